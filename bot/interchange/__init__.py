"""What other programs read and write of the directory: spreadsheets, translators' sheets, Open Referral. Pure."""
