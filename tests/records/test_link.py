"""A link leads where a reader thinks it does: no name before an @, no second address, no lookalikes."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.records.link import FORM, LIKE_LATIN, LINK_SCHEMES, fault_of

NO_LINK = f"is not a link we publish; {FORM}"
ELSEWHERE = "not to what stands before the @; write it without that and the @"
MAIL = "says more than one e-mail address; write mailto: and the address alone"
HIDDEN = "hides a backslash or a line break, which programs read differently; write it without"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org", "http://example.org/", "HTTPS://Example.ORG/a?b=1&c=2#d", "https://example.org./",
        "https://example.org:8080/a", "https://example.org/@people", "https://example.org/a?to=b@example.org",
        "https://example.org/a%20b", "https://xn--e1afmkfd.xn--p1ai/", "https://пример.рф/а", "https://环境.中国/",
        "https://пример.com/", "https://한국.kr", "https://монгол.мон/", "https://bücher.example/",
        "https://сор.рф/", "https://a-b.example.org/~c(d)'e", "mailto:office@example.org",
        "mailto:first.last+tag@mail.example.org",
    ],
)  # fmt: skip
def test_an_address_that_leads_where_it_says_is_a_link(address: str) -> None:
    """Ports, paths with an @ and names in the scripts of the subregion are in order."""
    assert fault_of(address) == ""


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://www.unccd.int@evil.example/", f"leads to 'evil.example', {ELSEWHERE}"),
        ("https://www.unccd.int:80@evil.example/", f"leads to 'evil.example', {ELSEWHERE}"),
        ("https://a@b@evil.example", f"leads to 'evil.example', {ELSEWHERE}"),
        ("https://@evil.example/", f"leads to 'evil.example', {ELSEWHERE}"),
        ("mailto:a@example.org?subject=Hello", MAIL), ("mailto:a@example.org?", MAIL),
        ("mailto:a@example.org?bcc=b@example.org", MAIL), ("mailto:a@example.org,b@example.org", MAIL),
        ("mailto:a@example.org;b@example.org", MAIL), ("mailto:a%40b@example.org", MAIL),
        ("MailTo:a@example.org?cc=x", MAIL), ("mailto:a@example.org%0Abcc:b", MAIL),
        ("https://evil.example\\.unccd.int/", HIDDEN), ("https:\\\\evil.example", HIDDEN),
        ("https://example.org/%0d%0aSet-Cookie:x", HIDDEN), ("https://example.org/a%00b", HIDDEN),
        ("https://example.org/%5C", HIDDEN),
        ("https://unсcd.int/", "look like Latin ones in 'unсcd'; type it anew"),
        ("https://раура.com/", "look like Latin ones in 'раура'; type it anew"),
        ("https://xn--uncd-q5d.int/", "look like Latin ones in 'xn--uncd-q5d'"),
        ("mailto:a@gооgle.com", "look like Latin ones in 'gооgle'"),
    ],
)  # fmt: skip
def test_an_address_that_misleads_is_told_by_how_it_does(address: str, fault: str) -> None:
    """Each kind of lure has its own sentence, which says where it leads or what to write."""
    assert fault in fault_of(address)


@pytest.mark.parametrize(
    "address",
    [
        "https:///", "https:///example.org", "https://", "https:example.org", "http:/example.org", "https://.",
        "https://example", "https://..org", "https://a..org", "https://-a.org", "https://a-.org", "https://a_b.org",
        "https://127.0.0.1/", "https://1.2", "https://0x7f.0x1/", "https://2130706433/", "https://[::1]/",
        "https://example.org:/", "https://example.org:0/", "https://example.org:99999/", "https://example.org:x/",
        "https://example%2eorg/", "https://ｅxample.org/", "https://example。org/", "https://exa\u00admple.org/",
        "https://example.org/\n", " https://example.org", "https://example.org/\u200b", "https://example.org/\t",
        "https://example.org/\u00a0", "https://example.org/a b", "https://example.org/<b>", 'https://a.org/"',
        "JaVaScRiPt:alert(1)//https://a.org", "\x01javascript:alert(1)", "java\nscript:x", "VBSCRIPT:x.y",
        "Data:text/html,x", "mailto:", "mailto:@example.org", "mailto:a@", "mailto:a@localhost",
        "mailto:a b@c.de", "mailto:<a@example.org>", "blob:https://example.org", "//example.org",
        "ftp://example.org", "",
        "https://" + "a" * 64 + ".org", "https://" + "a.b" * 100 + ".org",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_or_of_mail_is_no_link(address: str) -> None:
    """Half addresses, numbers, odd signs and every other scheme, in whatever capitals."""
    assert NO_LINK in fault_of(address)


def test_a_very_long_address_is_told_by_its_length() -> None:
    """Two thousand characters are enough, and a message repeats two hundred of them."""
    assert fault_of("https://example.org/" + "a" * 1980) == ""
    assert fault_of("https://example.org/" + "a" * 1981).startswith("is a link of 2,001 characters; give one")
    assert len(fault_of("https://a@" + "b" * 1900 + ".org/")) < 700
    assert fault_of("a" * 300).startswith(f"'{'a' * 200}' is not a link")


def test_an_address_without_its_beginning_is_offered_one() -> None:
    """What people type most often gets the address that they mean."""
    assert fault_of("www.example.org").endswith("; did you mean 'https://www.example.org'?")


def test_letters_that_look_like_latin_ones_are_not_latin() -> None:
    """No name in plain Latin letters is ever taken for a lure."""
    assert not any(letter.isascii() for letter in LIKE_LATIN)


PIECES = st.sampled_from(
    ["https://", "http:", "mailto:", "/", "\\", "@", ":", "?", "#", "%0a", "%40", "example", ".org", ".", "a",
     "1", " ", "\n", "\t", "\u200b", "а", "ｅ", "[", "]", "javascript:", "JAVASCRIPT:", ",", ";", "&", "<"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=80).map("https://".__add__))
def test_whatever_is_a_link_has_one_host_and_a_safe_scheme(address: str) -> None:
    """Of any text that passes, every program reads the same machine, and nobody's name before it."""
    if fault_of(address):
        return
    parts = urlsplit(address)
    assert parts.scheme in LINK_SCHEMES
    assert not set('\\<>" \n\r\t') & set(address)
    if parts.scheme == "mailto":
        assert (address.count("@"), parts.query, parts.fragment) == (1, "", "")
    else:
        assert "@" not in parts.netloc
        assert parts.hostname
        assert parts.hostname == parts.netloc.partition(":")[0].lower()
