#pragma once

#include "cli/typed_values.hpp"

namespace CLI {
class App;
}

namespace localoffer {

/// --explain, of the commands that write pages.
void add_explain_option(CLI::App &command, Typed &typed);

/// The commands that put a site before its readers and look after what is there.
struct PublishCommands {
  CLI::App *publish = nullptr, *releases = nullptr, *rollback = nullptr, *verify = nullptr;

  /// `add_site_options` adds what all commands have that read a site.
  PublishCommands(CLI::App &app, Typed &typed, void (*add_site_options)(CLI::App &, Typed &));
};

// Each throws WrongCommandLine.

PublishCommand publish_command(const Typed &typed);
ReleasesCommand releases_command(const Typed &typed);
RollbackCommand rollback_command(const Typed &typed);
VerifyCommand verify_command(const Typed &typed);

} // namespace localoffer
