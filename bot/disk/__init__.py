"""The disk: where the directory, the catalogues and the learnt model are read from and written to."""
