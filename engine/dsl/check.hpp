// Checks a pack: unknown, doubled and circular names, elements that a kind does not have, patterns that can
// match nothing, gaps and alternations too wide. A pack without errors can be compiled; program/ relies on
// that.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "dsl/ast.hpp"

namespace lacuna::dsl {

// `threads` 0: on all cores.
void check(Pack const& pack, Diagnostics& diagnostics, unsigned threads = 0);
// "en", "zh-Hant": two or three letters, and what follows a hyphen. Whether it can be read is another matter.
[[nodiscard]] bool is_language(std::string_view code);
// Which warnings are asked for; what is empty asks for all.
struct LintOptions {
    std::string name;      // of the declaration, or the beginning of one and '*'; obligations: "uncc/7.1"
    std::string language;  // of the lexicon, or that lacks something
    std::string code;      // "L005"
};
// Is this what was asked for: no name, the name, or the beginning of one and '*'?
[[nodiscard]] bool is_called(std::string_view name, std::string_view asked);
// Warnings of style and completeness, for `rules lint`.
void lint(Pack const& pack, Diagnostics& diagnostics, LintOptions const& options = {});

}  // namespace lacuna::dsl
