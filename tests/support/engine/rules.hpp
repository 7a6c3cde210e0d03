// Rules and statutes from text, for tests of the engine.
#pragma once

#include <string>

#include "akn/set.hpp"
#include "base/source.hpp"
#include "dsl/ast.hpp"
#include "match/evaluate.hpp"
#include "program/compile.hpp"

namespace lacuna::test {

// A program from the text of one rule file; the running test fails when the rules have errors.
[[nodiscard]] program::ProgramPtr compile_rules(std::string const& text);
[[nodiscard]] dsl::Pack parse_rules(std::string const& text, SourceMap& sources);
// A set of acts, each from plain text (akn::document_from_text).
[[nodiscard]] akn::StatuteSet acts(std::vector<std::string> const& texts, std::string const& language = "en");
// Words that prove an element of a finding, joined by " | ".
[[nodiscard]] std::string words(akn::StatuteSet const& set, match::ElementResult const& element);

}  // namespace lacuna::test
