// The words of the rule language. A reserved word cannot be a name; the others have a meaning only at their
// place ("section" after "in"), and may be names elsewhere.
#pragma once

#include <string_view>
#include <vector>

namespace lacuna::dsl {

[[nodiscard]] bool is_reserved(std::string_view word);
// Words that open a declaration.
[[nodiscard]] bool opens_declaration(std::string_view word);
[[nodiscard]] std::vector<std::string_view> const& declaration_words();
[[nodiscard]] std::vector<std::string_view> const& reserved_words();
// Words with a meaning at their place only.
[[nodiscard]] std::vector<std::string_view> const& contextual_words();

}  // namespace lacuna::dsl
