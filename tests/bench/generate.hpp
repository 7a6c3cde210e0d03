// More rules of the same build as those of the project: its concepts and measures once more, with other names
// and with each word of their phrases replaced by another word of the same lexicon. So the copies ask for
// words that laws do have, in patterns as large as real ones, and seldom find them.
#pragma once

#include <filesystem>

namespace lacuna::bench {

struct Generated {
    std::size_t lines = 0, concepts = 0, measures = 0;
};
// Writes copy after copy of the rules below `rules` into `folder`, at most `copies` and until they have
// `lines` lines.
[[nodiscard]] Generated write_copies(std::filesystem::path const& rules, std::filesystem::path const& folder,
                                     std::size_t copies, std::size_t lines);

}  // namespace lacuna::bench
