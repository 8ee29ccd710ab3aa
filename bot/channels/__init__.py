"""Thin adapters: an event becomes a turn, the conversation answers, the reply is rendered."""
