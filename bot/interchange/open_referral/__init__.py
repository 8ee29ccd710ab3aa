"""Open Referral UK (HSDS-UK 3.0): services as other directories read and write them."""
