"""What the product knows and does. No Qt anywhere."""

from icc_consult.domain.patterns import RegexEngine, provide_regex_engine


def _google_re2() -> RegexEngine:
    from icc_consult.formats.regex import GoogleRe2  # noqa: PLC0415 - loaded with the first pattern

    return GoogleRe2()


provide_regex_engine(_google_re2)
