"""Messages that must, or must not, raise the alarm: a YAML file a language, for people who speak it."""
