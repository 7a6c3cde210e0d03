// The languages of the stemmer library under every name that documents give them: ISO 639-1, 639-2 (both
// forms), 639-3, the English name.
#pragma once

#include <array>
#include <string_view>

namespace lacuna::text {

struct LanguageRow {
    std::string_view code;                   // ISO 639-1
    std::string_view stemmer;                // name in libstemmer, which is the English name
    std::array<std::string_view, 6> others;  // further codes and names
};

inline constexpr std::array language_table{
    LanguageRow{"ar", "arabic", {"ara", "arb"}},
    LanguageRow{"ca", "catalan", {"cat", "valencian"}},
    LanguageRow{"da", "danish", {"dan"}},
    LanguageRow{"de", "german", {"deu", "ger", "gsw"}},
    LanguageRow{"el", "greek", {"ell", "gre"}},
    LanguageRow{"en", "english", {"eng"}},
    LanguageRow{"es", "spanish", {"spa", "castilian"}},
    LanguageRow{"eu", "basque", {"eus", "baq"}},
    LanguageRow{"fi", "finnish", {"fin"}},
    LanguageRow{"fr", "french", {"fra", "fre"}},
    LanguageRow{"ga", "irish", {"gle"}},
    LanguageRow{"hi", "hindi", {"hin"}},
    LanguageRow{"hu", "hungarian", {"hun"}},
    LanguageRow{"hy", "armenian", {"hye", "arm"}},
    LanguageRow{"id", "indonesian", {"ind"}},
    LanguageRow{"it", "italian", {"ita"}},
    LanguageRow{"lt", "lithuanian", {"lit"}},
    LanguageRow{"ne", "nepali", {"nep", "npi"}},
    LanguageRow{"nl", "dutch", {"nld", "dut", "flemish"}},
    LanguageRow{"no", "norwegian", {"nor", "nb", "nob", "nn", "nno"}},
    LanguageRow{"pt", "portuguese", {"por"}},
    LanguageRow{"ro", "romanian", {"ron", "rum", "mo", "mol", "moldavian"}},
    LanguageRow{"ru", "russian", {"rus"}},
    LanguageRow{"sr", "serbian", {"srp"}},
    LanguageRow{"sv", "swedish", {"swe"}},
    LanguageRow{"ta", "tamil", {"tam"}},
    LanguageRow{"tr", "turkish", {"tur"}},
    LanguageRow{"yi", "yiddish", {"yid", "ydd"}},
};

// The row of a language in any of its names, or null.
[[nodiscard]] LanguageRow const* language_row(std::string_view name);

}  // namespace lacuna::text
