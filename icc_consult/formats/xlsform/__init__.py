"""XLSForm: the spreadsheets in which ODK, KoboToolbox and Ona keep their surveys."""
