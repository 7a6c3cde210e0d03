// A statute set: the acts that are read together as the law of one country. Reads many files on all cores;
// the result is the same whatever the number of threads, because ids are given in the order of the sorted
// paths beforehand.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "akn/read.hpp"

namespace lacuna::akn {

struct StatuteSet {
    std::vector<Document> documents;               // DocumentId is the index; order of sorted paths
    std::vector<std::filesystem::path> files;      // of each document; empty when it came from no file
    std::vector<std::filesystem::path> unread;     // files that gave no Document, in the same order
    std::vector<std::filesystem::path> set_aside;  // older or later expressions of an act that is in the set
    [[nodiscard]] Document const& at(DocumentId id) const { return documents[id.index()]; }
    [[nodiscard]] std::string path_of(DocumentId id) const {
        return id.index() < files.size() ? files[id.index()].string() : std::string();
    }
};

// Of several expressions of one work in one language on disk, the latest that is not after `as_of` is kept
// (the latest of all without a date), and the others are set aside with a note. References from act to act
// are resolved. Reads the given files; a file that fails is named in `unread`, explained in `diagnostics`,
// and stops no other. `threads` 0: all cores.
[[nodiscard]] StatuteSet read_set(std::vector<std::filesystem::path> const& files, SourceMap& sources,
                                  Diagnostics& diagnostics, ReadOptions const& options = {},
                                  unsigned threads = 0);

}  // namespace lacuna::akn
