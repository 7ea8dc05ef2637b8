"""A timestamp authority on this machine: keys made for one test, answers made by OpenSSL."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.needs import openssl
from tests.outside.serving import Answer

DAY = timedelta(days=1)
_CA = x509.BasicConstraints(ca=True, path_length=None)
_CONFIGURATION = """
[tsa]
default_tsa = authority
[authority]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalAuthority:
    """Where an authority's files stand; ``roots`` is the PEM that trusts it."""

    folder: Path
    roots: Path
    chain: Path | None = None

    def reply(self, query: bytes) -> bytes:
        """Answer a question as OpenSSL does."""
        with_chain: list[str | Path] = ["-chain", self.chain] if self.chain else []
        asked, answered = self.folder / "query.tsq", self.folder / "reply.tsr"
        asked.write_bytes(query)
        subprocess.run(
            [
                openssl(), "ts", "-reply", "-config", self.folder / "tsa.cnf",
                "-queryfile", asked, "-inkey", self.folder / "tsa.key",
                "-signer", self.folder / "tsa.pem", "-out", answered, *with_chain,
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip
        return answered.read_bytes()

    def answers(self, *, spoiling: object = None) -> Answer:
        """Answer over HTTP; ``spoiling`` changes the question before it is answered."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            query = handler.rfile.read(int(handler.headers["Content-Length"]))
            if callable(spoiling):
                query = spoiling(query)
            reply_with(self.reply(query))(handler)

        return answer


def reply_with(body: bytes, media_type: str = "application/timestamp-reply") -> Answer:
    """Answer with these bytes as a timestamp."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", media_type)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def local_authority(
    folder: Path,
    *,
    valid_for: tuple[timedelta, timedelta] = (-DAY, DAY),
    through_another: bool = False,
) -> LocalAuthority:
    """Make a root and a signer that it vouches for from one moment to another, counted from now.

    With ``through_another`` the root vouches for one who vouches for the signer.
    """
    folder.mkdir()
    root_key, between_key, signer_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    years = (-3650 * DAY, 3650 * DAY)
    pem = serialization.Encoding.PEM
    roots, between = folder / "roots.pem", folder / "between.pem"
    root = _named("Test root", root_key, years).add_extension(_CA, critical=True)
    roots.write_bytes(
        root.issuer_name(_name("Test root")).sign(root_key, hashes.SHA256()).public_bytes(pem)
    )
    middle = _named("Test between", between_key, years).add_extension(_CA, critical=True)
    between.write_bytes(
        middle.issuer_name(_name("Test root")).sign(root_key, hashes.SHA256()).public_bytes(pem)
    )
    signer = (
        _named("Test authority", signer_key, valid_for)
        .issuer_name(_name("Test between" if through_another else "Test root"))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(between_key if through_another else root_key, hashes.SHA256())
    )
    (folder / "tsa.pem").write_bytes(signer.public_bytes(pem))
    (folder / "tsa.key").write_bytes(
        signer_key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    (folder / "tsa.cnf").write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
    return LocalAuthority(folder=folder, roots=roots, chain=between if through_another else None)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _named(
    common: str, key: ec.EllipticCurvePrivateKey, valid_for: tuple[timedelta, timedelta]
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return x509.CertificateBuilder(
        subject_name=_name(common),
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now + valid_for[0],
        not_valid_after=now + valid_for[1],
    )
