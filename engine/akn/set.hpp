// A statute set: the acts that are read together as the law of one country. Reads many files on all cores;
// the result is the same whatever the number of threads, because ids are given in the order of the sorted
// paths beforehand.
#pragma once

#include <filesystem>
#include <vector>

#include "akn/read.hpp"

namespace lacuna::akn {

struct StatuteSet {
    std::vector<Document> documents;            // DocumentId is the index; order of sorted paths
    std::vector<std::filesystem::path> unread;  // files that gave no Document, in the same order
    [[nodiscard]] Document const& at(DocumentId id) const { return documents[id.index()]; }
};

// Reads the given files; a file that fails is named in `unread`, explained in `diagnostics`, and stops no
// other. `threads` 0: all cores.
[[nodiscard]] StatuteSet read_set(std::vector<std::filesystem::path> const& files, SourceMap& sources,
                                  Diagnostics& diagnostics, ReadOptions const& options = {},
                                  unsigned threads = 0);

}  // namespace lacuna::akn
