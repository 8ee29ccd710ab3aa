"""What counts as a phone number: somebody dials exactly this, perhaps only once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.directory import Directory
from bot.directory.phone_number import check, dialled


@pytest.mark.parametrize(
    ("number", "link"),
    [
        pytest.param("999", "999", id="emergency"),
        pytest.param("101", "101", id="police"),
        pytest.param("111", "111", id="health"),
        pytest.param("116 123", "116123", id="Samaritans"),
        pytest.param("85258", "85258", id="a text line"),
        pytest.param("0800 1111", "+448001111", id="Childline, which is shorter than others"),
        pytest.param("0808 2000 247", "+448082000247", id="a free number with the spacing of its own page"),
        pytest.param("0300 123 1234", "+443001231234", id="a council's number"),
        pytest.param("01622 721000", "+441622721000", id="a town's number"),
        pytest.param("01622721000", "+441622721000", id="the same without spaces"),
        pytest.param("020 7251 6577", "+442072516577", id="London"),
        pytest.param("07786 200222", "+447786200222", id="a mobile"),
    ],
)
def test_a_number_is_kept_as_people_read_it_and_dialled_as_phones_need_it(number: str, link: str) -> None:
    assert check(number) == number
    assert dialled(number) == link


@pytest.mark.parametrize(
    ("number", "told", "mend"),
    [
        pytest.param(
            "1622 721000",
            '"1622 721000" has lost its first 0',
            'Write it with the 0 and in quotes: "01622 721000".',
            id="without its zero",
        ),
        pytest.param(
            "+44 1622 721000",
            '"+44 1622 721000" is not written as it is dialled',
            'Write it as "01622 721000".',
            id="with the country's code",
        ),
        pytest.param(
            "(01622) 721000",
            '"(01622) 721000" is not written as it is dialled',
            'Write digits and spaces, as in "0808 2000 247".',
            id="with brackets",
        ),
        pytest.param(
            "01622 721000 ext 4",
            '"01622 721000 ext 4" is not written as it is dialled',
            'Write digits and spaces, as in "0808 2000 247".',
            id="with an extension",
        ),
        pytest.param(
            "٠١٦٢٢ ٧٢١٠٠٠",
            '"٠١٦٢٢ ٧٢١٠٠٠" is not written as it is dialled',
            'Write digits and spaces, as in "0808 2000 247".',
            id="in another script's digits",
        ),
        pytest.param(
            "01622 72100",
            '"01622 72100" is not a valid UK phone number',
            "Compare it, digit by digit, with the page in sources.",
            id="a digit too few",
        ),
        pytest.param(
            "0808 2000 2477",
            '"0808 2000 2477" is not a valid UK phone number',
            "Compare it, digit by digit, with the page in sources.",
            id="a digit too many",
        ),
        pytest.param(
            "55",
            '"55" is not a short number of the UK',
            "Compare it with the page in sources.",
            id="55, which is pressed and never dialled",
        ),
    ],
)
def test_a_number_that_would_not_connect_is_refused(number: str, told: str, mend: str) -> None:
    with pytest.raises(ValueError, match=r"\|") as refused:
        check(number)

    assert str(refused.value) == f"{told} | {mend}"


@pytest.mark.parametrize("number", ["000000", "12345", "01622"])
def test_a_short_number_that_nobody_answers_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="is not a short number of the UK"):
        check(number)


@pytest.mark.parametrize("number", ["", " ", "1", "00"])
def test_a_number_with_hardly_a_digit_is_refused_like_any_other(number: str) -> None:
    with pytest.raises(ValueError, match="is not a short number of the UK"):
        check(number)


def test_a_number_as_dialled_from_abroad_is_refused() -> None:
    with pytest.raises(ValueError, match="0044"):
        check("0044 1622 721000")


@given(st.text("0123456789 ", min_size=7, max_size=16).filter(lambda number: len(number.replace(" ", "")) > 3))
def test_whatever_is_accepted_makes_a_link_that_is_the_same_number(number: str) -> None:
    digits = number.replace(" ", "")
    try:
        check(number)
    except ValueError:
        return
    assert dialled(number) in {digits, f"+44{digits[1:]}"}


def test_every_number_of_the_launch_directory_makes_a_link(launch_directory: Directory) -> None:
    for service in launch_directory.services.values():
        for phone in (*service.phones, *(service.professional.phones if service.professional else ())):
            link = dialled(phone.number)
            assert link.isdigit() or (link.startswith("+44") and 10 <= len(link) <= 13), f"{service.id}: {link}"
