"""Power cuts: what a program asked of the disk is recorded, and the disk is put as each cut may leave it."""
