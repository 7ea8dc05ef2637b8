import ipaddress

import pytest

from firsthand.outside.addresses import AddressPolicy, destination_of, is_public
from firsthand.values.errors import RefusedAddress


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - an address to refuse, not to listen on
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_numbers_that_lead_inside_are_not_public_whatever_they_are_wrapped_in(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d70e"])
def test_numbers_of_the_public_internet_are_public(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost:8000/",
    ],
)
def test_every_spelling_of_this_machine_is_refused(address: str) -> None:
    with pytest.raises(RefusedAddress, match="not on the public internet"):
        destination_of(address, AddressPolicy.PUBLIC_ONLY)


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "file:///etc/passwd", "http://", "https://[bad/", "http://a:b/"]
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(RefusedAddress):
        destination_of(address, AddressPolicy.PRIVATE_TOO)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(RefusedAddress) as refused:
        destination_of("http://ana:secret@127.0.0.1/", AddressPolicy.PRIVATE_TOO)

    assert "secret" not in str(refused.value)


def test_a_destination_is_called_by_number_and_keeps_its_name() -> None:
    found = destination_of("http://localhost:8123/a?b=c#d", AddressPolicy.PRIVATE_TOO)

    assert found.by_number in {"http://127.0.0.1:8123/a?b=c", "http://[::1]:8123/a?b=c"}
    assert found.host_header == "localhost:8123"
