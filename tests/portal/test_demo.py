"""The build of the demo: with the key that it is served with, and complete or not at all."""

from pathlib import Path

import pytest

from portal import demo


class Builder:
    """Stand for the commands that fill the folder; remember the key that they were given."""

    keys: list[str]

    def __init__(self, *, fails: bool = False) -> None:
        self.keys, self.fails = [], fails

    def __call__(self, *arguments: str, env: dict[str, str]) -> None:
        self.keys.append(env["SECRET_KEY"])
        folder = Path(env["PORTAL_DATA_DIR"])
        (folder / "media").mkdir(exist_ok=True)
        (folder / demo.ACCOUNTS).touch()
        if self.fails and arguments[0] == "load_demo":
            raise KeyboardInterrupt
        (folder / demo.DATABASE).touch()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret_key").write_text("of-the-file", "ascii")
    return tmp_path


@pytest.mark.parametrize(
    ("env", "key"), [({}, "of-the-file"), ({"SECRET_KEY": "of-the-shell"}, "of-the-shell")]
)
def test_seals_with_the_key_that_will_open(
    folder: Path, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], key: str
) -> None:
    builder = Builder()
    monkeypatch.setattr(demo, "manage", builder)

    demo.build(folder, env)

    assert set(builder.keys) == {key}


def test_a_killed_build_leaves_no_database_and_the_next_one_is_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "manage", Builder(fails=True))
    with pytest.raises(KeyboardInterrupt):
        demo.build(folder, {})
    assert not (folder / demo.DATABASE).exists()

    monkeypatch.setattr(demo, "manage", Builder())
    demo.build(folder, {})

    assert sorted(path.name for path in folder.iterdir()) == [
        "db.sqlite3", "demo_accounts.txt", "media", "secret_key",
    ]  # fmt: skip
