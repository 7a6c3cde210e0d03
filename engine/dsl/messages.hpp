// From a failure of the grammar to an error that a lawyer understands: what was expected, what was found,
// what to do. Private to dsl/.
#pragma once

#include "base/diagnostic.hpp"
#include "dsl/grammar/grammar.hpp"

namespace lacuna::dsl {

[[nodiscard]] Diagnostic explain_failure(grammar::Cursor const& cursor);
// `word` stands where a declaration was expected.
[[nodiscard]] Diagnostic unknown_declaration(std::string_view text, SourceId source, std::uint32_t at);

}  // namespace lacuna::dsl
