#pragma once

#include "publish/manifest.hpp"
#include "render/output.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace localoffer {

/// A branch that holds a site and nothing else, as GitHub Pages and GitLab Pages serve it.
struct BranchTarget {
  std::filesystem::path repository; ///< as open_commit takes it
  std::string branch;               ///< "gh-pages"
  std::string remote; ///< a remote's name or address that the branch is pushed to; empty for none
};

struct BranchReport {
  std::string commit;                               ///< 40 hexadecimal digits
  std::size_t written = 0, shared = 0, removed = 0; ///< files, beside the commit before
};

/// Publishes to a branch. With a remote, the remote's branch is what counts: it is fetched first, and pushed
/// only if nobody has changed it meanwhile. Without one, the branch of the repository itself moves, on the
/// same condition.
class BranchPublisher {
public:
  /// Throws WorldError when the branch holds something else than a site, when it is checked out, and when the
  /// remote cannot be reached.
  explicit BranchPublisher(BranchTarget target);
  ~BranchPublisher();
  BranchPublisher(const BranchPublisher &) = delete;
  BranchPublisher &operator=(const BranchPublisher &) = delete;

  /// Where the site on the branch came from; nothing when there is no branch yet.
  std::optional<Provenance> shown() const;

  /// Commits these files and their manifest. Files that the branch has already are not stored again. A CNAME
  /// file, in which GitHub keeps the site's own domain, stays. The same site from the same commit on the same
  /// parent gives the same commit. Nothing when somebody else has moved the branch since it was read: then it
  /// was read again, and shown() says what they put there. Throws WorldError.
  std::optional<BranchReport> publish(const std::vector<Output> &outputs, const Provenance &from);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace localoffer
