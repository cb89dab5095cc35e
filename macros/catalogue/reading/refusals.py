"""What the system refused -> what that means, and what to do, in an editor's words."""

from errno import (
    EACCES,
    EBUSY,
    EDQUOT,
    EEXIST,
    EFBIG,
    EISDIR,
    EMFILE,
    ENAMETOOLONG,
    ENFILE,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    ENOTEMPTY,
    EPERM,
    EROFS,
)

RIGHTS = "you have not the right to read or write this; see whose it is and ask for it"
FOLDER_HERE = "a folder is where a file is to be; move or delete it"
FILE_HERE = "a file is where a folder is to be; move or delete it"
MANY = "this machine opens no more files; end some programs"
REASONS = {
    ENOSPC: "the disk is full; make room",
    EDQUOT: "your share of the disk is full; make room",
    EFBIG: "the file would be larger than this machine allows; make room for it",
    EROFS: "this disk can only be read; make it writable",
    EACCES: RIGHTS,
    EPERM: RIGHTS,
    EISDIR: FOLDER_HERE,
    ENOTEMPTY: FOLDER_HERE,
    ENOTDIR: FILE_HERE,
    EEXIST: FILE_HERE,
    ENOENT: "this is not there, or disappeared meanwhile; bring it back",
    EBUSY: "another program holds this; end that",
    ENAMETOOLONG: "this name is too long for the disk; choose a shorter one",
    EMFILE: MANY,
    ENFILE: MANY,
}
GONE = (ENOENT, ENOTDIR)


def reason(wrong: OSError) -> str:
    """Return why the system refused something, and what to do."""
    return REASONS.get(wrong.errno or 0) or f"{wrong.strerror or wrong}; mend that"


def unread(wrong: OSError) -> str:
    """Return why something cannot be read that was seen just before: it may have been moved or deleted."""
    if wrong.errno in GONE:
        return "disappeared while it was read; run this again"
    return f"cannot be read: {reason(wrong)}"
