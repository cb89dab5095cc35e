"""A picture and the copies that it is to have -> their bytes; nothing of what the camera noted is in them."""
