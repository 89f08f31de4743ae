"""Contract of commands."""

from click import Command
from click.testing import CliRunner

from integrationskonzept.plugins.contracts import CliCommand
from integrationskonzept.testing.contract import Contract, keep, must, must_be_taken, must_be_told
from integrationskonzept.testing.purity import pure


class CommandContract(Contract):
    """Subclass it in a test module, with the command under test, and pytest runs every test.

    ``class TestMinutes(CommandContract): command = MINUTES``
    """

    command: CliCommand

    def test_it_builds_a_command(self) -> None:
        """It returns a `click.Command` of its own name, each time."""
        for _ in range(2):
            built = self._built()
            must(built.name == self.command.name, f"it is called {self.command.name} and builds {built.name}")

    def test_its_help_can_be_shown(self) -> None:
        """``--help`` ends well, and every option says what it is for."""
        built = self._built()
        result = CliRunner().invoke(built, ["--help"], prog_name=self.command.name)
        must(result.exit_code == 0 and result.output.strip(), f"--help ends with {result.exit_code}: {result.output}")
        for parameter in built.params:
            silent = parameter.param_type_name == "option" and not getattr(parameter, "help", None)
            must(not silent, f"the option {parameter.opts[0]} does not say what it is for")

    def test_building_it_does_nothing(self) -> None:
        """Files, network and other programs are used when the command runs, not when it is built or asked for help."""
        with pure():
            self._built()

    def test_it_can_be_told_in_every_language(self) -> None:
        """Its summary exists in German and English."""
        must_be_told(self.command.summary, "its summary")

    def test_a_host_takes_it(self) -> None:
        """Its name and everything else it states are accepted."""
        must_be_taken("commands", self.command)

    def _built(self) -> Command:
        built: Command = self.command.build()
        must(isinstance(built, Command), f"it built {built!r:.100} instead of a click.Command")
        return built


def command_suite(command: CliCommand) -> CommandContract:
    """Return the suite of a command."""
    suite = CommandContract()
    suite.command = command
    return suite


def check_command(command: CliCommand) -> None:
    """Run the contract for a command; raise `BrokenContractError` with every breach."""
    keep({f"the command {command.name!r}": command_suite(command)})
