"""One turn of the conversation: a message or a button in, a reply out. Pure; every channel uses it."""
