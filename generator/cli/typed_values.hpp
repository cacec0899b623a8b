#pragma once

#include "cli/options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace localoffer {

/// A mistake on the command line, already in words.
struct WrongCommandLine {
  std::string message, help;
};

/// What CLI11 fills in, as it was typed; the functions below turn it into values.
struct Typed {
  std::string settings, at, as_of, jobs, themes, cache; ///< of all commands that read a site
  bool work_tree = false, no_cache = false, allow_shallow = false, explain = false;
  std::string format = "text";
  std::string out, baseline, port;                                   // build, check, serve
  std::string since, before, after;                                  // history, diff
  std::string guide = "markdown", code;                              // schema, explain
  std::string repository, to, to_branch, remote, to_tar, keep, wait; // publish
  bool no_precompress = false, allow_older = false, changes = false;
  std::string base, head, address, pull_request, answers_by, markdown, json; // review
  std::string mail;                                                          // new answer
  bool base_as_given = false, portable = false;
  std::string folder, release; // releases, rollback, verify
  bool all = false;
};

/// "Did you mean 'check'? ", or nothing when no candidate is near.
std::string hint(std::string_view word, const std::vector<std::string> &candidates);

// Each throws WrongCommandLine.

unsigned whole_number(const std::string &text, const char *option, unsigned lowest, unsigned highest);
Date full_date(const std::string &text, const char *option);

/// How problems are told.
Format format_of(const std::string &text);

/// The formats of what is told and not of problems: people's and JSON.
Format document_format_of(const std::string &text);

/// `command` is the command's name, for messages.
SiteOptions site_options(const Typed &typed, const std::string &command);

} // namespace localoffer
