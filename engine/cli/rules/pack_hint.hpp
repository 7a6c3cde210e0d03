// For rule files that were checked without the rest of their pack: where the names that they use are
// declared.
#pragma once

#include "cli/session.hpp"

namespace lacuna::cli {

// `found` with better help for names that no file of `paths` declares and the folders above these do. Looks
// only when every path is a file.
[[nodiscard]] std::vector<Diagnostic> with_pack_hints(std::vector<Diagnostic> found,
                                                      std::vector<std::string> const& paths);

}  // namespace lacuna::cli
