// Diagnostics as text for a person: file:line:column, the line, a caret under the right character (wide
// characters, tabs and CRLF included), notes and help. The library never prints: it gives a string.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace lacuna {

struct RenderOptions {
    bool colour = false;
    std::size_t line_width =
        110;  // columns of a source line that are shown; longer lines are cut around the caret
};

[[nodiscard]] std::string render(Diagnostic const& diagnostic, SourceMap const& sources,
                                 RenderOptions options = {});
[[nodiscard]] std::string render(std::vector<Diagnostic> const& sorted, SourceMap const& sources,
                                 RenderOptions options = {});

}  // namespace lacuna
