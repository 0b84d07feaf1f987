"""Countries, languages and scripts by their names and codes."""

import pytest

from app.domain.places import (
    alpha3,
    countries,
    country_name,
    country_of_zone,
    find_country,
    find_language,
    is_country,
    is_zone_code,
    language_name,
    languages,
    script_name,
    zone_code,
    zone_code_name,
)
from app.errors import UserError
from app.i18n import Bilingual


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("India", "IN"), ("印度", "IN"), ("in", "IN"), ("IND", "IN"), ("356", "IN"), (" india ", "IN"),
        ("China", "CN"), ("中国", "CN"), ("Türkiye", "TR"), ("turkiye", "TR"), ("UK", "GB"), ("USA", "US"),
        ("viet nam", "VN"), ("Cote d'Ivoire", "CI"), ("Hong Kong", "HK"), ("香港", "HK"), ("Macao", "MO"),
        ("Trinidad and Tobago", "TT"), ("D", "DE"), ("RKS", "XK"), ("Congo - Kinshasa", "CD"),
    ],
)  # fmt: skip
def test_a_country_is_found_by_its_names_and_codes(text: str, code: str) -> None:
    assert find_country(text) == code


@pytest.mark.parametrize("text", ["Atlantis", "ZZ", "EU", "SU", "", "x" * 5000])
def test_what_is_no_country_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="There is no country called"):
        find_country(text)


def test_a_misspelt_country_brings_the_names_that_are_near() -> None:
    with pytest.raises(UserError) as refused:
        find_country("Turkey")
    assert refused.value.hint == "Did you mean Türkiye?"


def test_countries_have_both_names() -> None:
    assert country_name("IN") == Bilingual("India", "印度")
    assert country_name("??") == Bilingual("??", "??")


def test_every_country_has_an_alpha_3_code_of_its_own() -> None:
    codes = [country.code for country in countries("en")]
    assert len(codes) == len({alpha3(code) for code in codes}) == 250
    assert all(len(alpha3(code)) == 3 for code in codes)


@pytest.mark.parametrize(
    ("code", "three"),
    [("MM", "MMR"), ("CD", "COD"), ("DE", "DEU"), ("FR", "FRA"), ("TL", "TLS"), ("YE", "YEM"), ("CN", "CHN")],
)
def test_a_country_renamed_has_its_present_code(code: str, three: str) -> None:
    assert alpha3(code) == three


def test_every_country_goes_into_a_zone_and_comes_back() -> None:
    assert all(country_of_zone(zone_code(country.code)) == country.code for country in countries("en"))


@pytest.mark.parametrize(
    ("code", "country", "name"),
    [
        ("D<<", "DE", "Germany"),
        ("GBN", "GB", "British National (Overseas)"),
        ("XXA", "", "Stateless person"),
        ("RKS", "XK", "Kosovo"),
        ("UTO", "", "Utopia (specimen)"),
        ("IND", "IN", "India"),
    ],
)
def test_the_codes_of_zones_that_are_no_iso_codes_are_known(code: str, country: str, name: str) -> None:
    assert is_zone_code(code)
    assert country_of_zone(code) == country
    assert zone_code_name(code).en == name


def test_a_code_nobody_has_is_no_zone_code() -> None:
    assert not is_zone_code("QQQ")
    assert not is_zone_code("SUN")


def test_lists_are_in_the_order_of_their_language() -> None:
    assert [c.name.en for c in countries("en")][:3] == ["Afghanistan", "Åland Islands", "Albania"]
    assert [c.name.zh for c in countries("zh")][:3] == ["阿尔巴尼亚", "阿尔及利亚", "阿富汗"]
    assert len(languages("zh")) == len(languages("en")) > 500


@pytest.mark.parametrize("code", ["IN", "TW", "HK", "XK", "PS"])
def test_places_that_issue_papers_are_countries_here(code: str) -> None:
    assert is_country(code)


@pytest.mark.parametrize("code", ["EU", "UN", "ZZ", "XA", "QO", "in", "IND", ""])
def test_groups_and_inventions_are_not(code: str) -> None:
    assert not is_country(code)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Hindi", "hi"),
        ("印地语", "hi"),
        ("hin", "hi"),
        ("HI", "hi"),
        ("zh-CN", "zh-CN"),
        ("Filipino", "fil"),
        ("en_IN", "en-IN"),
    ],
)
def test_a_language_is_found_by_its_names_and_codes(text: str, tag: str) -> None:
    assert find_language(text) == tag


def test_a_language_of_a_country_names_both() -> None:
    assert language_name("zh-CN") == Bilingual("Chinese (China)", "中文（中国）")
    assert language_name("zh-Hans") == Bilingual("Simplified Chinese", "简体中文")


def test_what_is_no_language_is_refused() -> None:
    with pytest.raises(UserError, match="There is no language called"):
        find_language("Klingonish")


def test_scripts_have_both_names() -> None:
    assert script_name("Devanagari").zh == "天城文"
    assert script_name("Bengali").en == "Bangla"
    assert script_name("No such") == Bilingual("No such", "No such")
