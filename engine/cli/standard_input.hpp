// A text on standard input as a statute set, and the language that it is in.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "cli/pipeline.hpp"

namespace lacuna::cli {

// Nothing, and an error, when it is empty, too long, XML or not UTF-8.
[[nodiscard]] std::optional<std::string> read_text(Session& session, std::istream& in);
[[nodiscard]] akn::StatuteSet set_of_text(std::string const& text, std::string const& language);

struct TextLanguage {
    std::string code;
    std::string said;  // how it was chosen, and how to name another; empty: it was named
};
// The language that was named; else the one whose lexicon has far more of the words than any other, else
// English. Nothing, and an error, for one that no lexicon speaks.
[[nodiscard]] std::optional<TextLanguage> language_of_text(Session& session, program::Program const& program,
                                                           std::string const& text, std::string const& named);

}  // namespace lacuna::cli
