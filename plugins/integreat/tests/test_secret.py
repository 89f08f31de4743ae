"""Tokens are kept where only their owner reads them, and show up nowhere."""

import copy
import os
import pickle
from pathlib import Path

import pytest

from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.token import Token, tokens_from

TOKEN = "11111111-2222-4333-8444-555555555555"  # noqa: S105 - of no page anywhere


def private(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / "tokens.toml"
    file.write_text(text, "utf-8")
    file.chmod(mode)
    return file


def test_tokens_come_from_a_private_file(tmp_path: Path) -> None:
    tokens = tokens_from(private(tmp_path, f'start = "{TOKEN}"\n"field_of_action/a" = "b"\n'), {})
    assert {key: token.reveal() for key, token in tokens.items()} == {"start": TOKEN, "field_of_action/a": "b"}


def test_without_a_file_they_come_from_the_environment(tmp_path: Path) -> None:
    environment = {"INTEGREAT_TOKENS": f'start = "{TOKEN}"'}
    assert tokens_from(None, environment)["start"].reveal() == TOKEN
    assert tokens_from(None, {}) == {}
    assert tokens_from(private(tmp_path, ""), environment) == {}


@pytest.mark.skipif(os.name != "posix", reason="only there do the bits of a file say who may read it")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o620, 0o601, 0o777])
def test_a_file_that_others_have_access_to_is_refused_with_what_to_do(tmp_path: Path, mode: int) -> None:
    file = private(tmp_path, f'start = "{TOKEN}"', mode)
    with pytest.raises(OptionError, match=f"mode {mode:o}.*chmod 600") as refusal:
        tokens_from(file, {})
    assert TOKEN not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f'start "{TOKEN}"', "takes lines such as"),
        (f"start = {TOKEN}", "takes lines such as"),
        ("start = 5", "what stands for 'start' is no token"),
        ('start = ""', "what stands for 'start' is no token"),
        (f'start = "{TOKEN}x"', "what stands for 'start' is no token"),
        (f'start = "{TOKEN}"\noffers = " {TOKEN} "', "'start' and 'offers' have the same token"),
        (f'[start]\na = "{TOKEN}"', "what stands for 'start' is no token"),
    ],
)
def test_a_mistake_is_told_without_quoting_a_token(tmp_path: Path, text: str, problem: str) -> None:
    for source in (private(tmp_path, text), None):
        with pytest.raises(OptionError, match=problem) as refusal:
            tokens_from(source, {"INTEGREAT_TOKENS": text})
        assert TOKEN[:8] not in str(refusal.value) + repr(refusal.value) + str(refusal.value.__cause__)
        assert refusal.value.__context__ is None or TOKEN[:8] not in str(refusal.value.__context__)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"fehlt\.toml cannot be read"):
        tokens_from(tmp_path / "fehlt.toml", {})
    file = tmp_path / "tokens.toml"
    file.write_bytes(b'start = "\xff"')
    file.chmod(0o600)
    with pytest.raises(OptionError, match="cannot be read: UTF-8"):
        tokens_from(file, {})


def test_a_token_shows_itself_to_nobody() -> None:
    token = Token(TOKEN)
    assert TOKEN not in f"{token!r} {token} {[token]}"
    assert token != Token(TOKEN)  # nor can it be guessed by comparing
    for write in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="not written anywhere"):
            write(token)
