// For rule files that were checked without the rest of their pack: where the names that they use are
// declared.
#pragma once

#include <filesystem>

#include "cli/session.hpp"

namespace lacuna::cli {

// Whether the path is the folder or leads to something in it, however both are spelt.
[[nodiscard]] bool is_below(std::filesystem::path const& path, std::filesystem::path const& folder);
// The folder of the pack that declares the names which the files do not know; empty when there is none, or
// when some path is no file.
[[nodiscard]] std::filesystem::path pack_folder(std::vector<Diagnostic> const& found,
                                                std::vector<std::string> const& paths);
// The folder of the pack that the named files are a part of: the rules that are read when nothing is named,
// else one that declares what the files name, else one whose other files name what these declare. Empty when
// they are all that is meant.
[[nodiscard]] std::filesystem::path pack_around(std::vector<std::string> const& paths);
// Whether the files, read alone, use names that they do not declare.
[[nodiscard]] bool names_unknown(std::vector<std::string> const& paths);
// `found` with better help for names that no file of `paths` declares and the folders above these do.
[[nodiscard]] std::vector<Diagnostic> with_pack_hints(std::vector<Diagnostic> found,
                                                      std::vector<std::string> const& paths);

}  // namespace lacuna::cli
