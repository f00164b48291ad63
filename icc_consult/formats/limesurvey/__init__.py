"""Surveys of LimeSurvey, in and out."""
