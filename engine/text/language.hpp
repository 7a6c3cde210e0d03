// What the engine knows of a language: a code, a stemmer, number words. ICU and Snowball are seen only behind
// text/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lacuna::text {

// "en", "eng", "en-GB", "english", ".../language/ENG" -> "en"; empty when the language is not known to the
// stemmer library.
[[nodiscard]] std::string language_code(std::string_view name);
[[nodiscard]] std::vector<std::string> languages();  // codes, sorted

}  // namespace lacuna::text
