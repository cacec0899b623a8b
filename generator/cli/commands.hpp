#pragma once

#include "cli/options.hpp"

namespace localoffer {

// Each command prints what it has to say and returns the exit status: 0 done, 1 the content has errors. The
// world's failures are thrown as WorldError.

int run(const BuildCommand &command);
int run(const CheckCommand &command);
int run(const ServeCommand &command);
int run(const HistoryCommand &command);
int run(const DiffCommand &command);
int run(const ReviewCommand &command);    // 1: the draft has errors; the review is written all the same
int run(const NewAnswerCommand &command); // 1: somebody could be identified; nothing is written
int run(const PublishCommand &command);
int run(const ReleasesCommand &command);
int run(const RollbackCommand &command);
int run(const VerifyCommand &command); // 1: a file is not as it was published
int run(const SchemaCommand &command);
int run(const ExplainCommand &command);
int run(const Answer &answer);

} // namespace localoffer
