"""The web: the chat on one page, the directory as pages. Nothing of a chat is kept here."""
