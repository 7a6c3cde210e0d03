// One way to write a rule file: comments kept, the result read again and compared before it is given back.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "dsl/ast.hpp"

namespace lacuna::dsl {

// No text when the file has errors, or when the formatted text does not read back as the same tree and
// comments.
[[nodiscard]] std::optional<std::string> format(Source const& source, SourceId id, Diagnostics& diagnostics);

// The tree as stable text without places, for golden files and for comparing two files.
[[nodiscard]] std::string dump(File const& file);

}  // namespace lacuna::dsl
