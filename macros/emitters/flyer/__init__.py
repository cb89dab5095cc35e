"""An event or a study -> one page of A4 to hand out or pin up, with a QR code of its address."""
