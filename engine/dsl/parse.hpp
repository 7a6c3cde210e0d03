// The whole public parser: one rule file in, a tree and diagnostics out. Several errors per run, each in its
// own declaration; a bad declaration never swallows the next one. Spirit X3 is seen only in dsl/grammar/.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "dsl/ast.hpp"

namespace lacuna::dsl {

struct ParseLimits {
    std::size_t max_bytes = std::size_t{64} << 20;
    std::size_t max_depth = 100;   // nesting of parentheses
    std::size_t max_errors = 100;  // of one file
    bool tests = true;             // false: tests are passed over, and what is wrong in them is not told
    unsigned threads = 0;          // of read_pack; 0: all cores
};

[[nodiscard]] File parse(Source const& source, SourceId id, Diagnostics& diagnostics,
                         ParseLimits limits = {});

// Reads every .lac file below the given folders (or the files themselves), in the order of sorted paths.
[[nodiscard]] Pack read_pack(std::vector<std::filesystem::path> const& paths, SourceMap& sources,
                             Diagnostics& diagnostics, ParseLimits limits = {});

}  // namespace lacuna::dsl
