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
// How much a duty binds: "shall", "shall-dl", "should", "may".
[[nodiscard]] bool is_force(std::string_view word);
// Where a condition looks: "passage", "section", …
[[nodiscard]] bool is_place(std::string_view word);
// Concepts that the program itself looks for by name (docs/language.md lists them): in use without a measure.
[[nodiscard]] std::vector<std::string_view> const& known_concepts();
// The one of them by which definitions are read.
inline constexpr std::string_view definition_concept = "term-definition";
inline constexpr std::string_view citation_concept = "provision-name";
inline constexpr std::string_view how_names_are_made =
    "a name begins with a letter of a-z and goes on with letters of a-z, digits, '-' and '_'";
// Words with a meaning at their place only.
[[nodiscard]] std::vector<std::string_view> const& contextual_words();

}  // namespace lacuna::dsl
