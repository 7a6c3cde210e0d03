#include "dsl/keywords.hpp"

#include <algorithm>

namespace lacuna::dsl {

std::vector<std::string_view> const& declaration_words() {
    static std::vector<std::string_view> const words{"lexicon", "concept", "quantity",   "spelling",
                                                     "kind",    "measure", "instrument", "test"};
    return words;
}

std::vector<std::string_view> const& reserved_words() {
    static std::vector<std::string_view> const words{
        "and",      "as",     "before",   "but",  "by",         "concept", "date",    "defines",
        "duration", "gate",   "heading",  "in",   "instrument", "kind",    "lexicon", "measure",
        "money",    "near",   "needs",    "not",  "note",       "number",  "option",  "or",
        "quantity", "refers", "spelling", "test", "unless",     "with"};
    return words;
}

std::vector<std::string_view> const& contextual_words() {
    static std::vector<std::string_view> const words{
        "act",       "allows",      "article",  "asks",     "below",      "chapter",   "checked",
        "cite",      "cooperation", "day",      "days",     "definition", "each",      "elements",
        "has",       "headed",      "hour",     "hours",    "may",        "memory",    "met",
        "month",     "months",      "narrows",  "no",       "obligation", "of",        "offences",
        "part",      "passage",     "policy",   "protects", "reaches",    "reference", "reservable",
        "secondary", "section",     "sentence", "set",      "shall",      "shall-dl",  "should",
        "to",        "todo",        "under",    "usually",  "verified",   "week",      "weeks",
        "without",   "year",        "years",    "yes"};
    return words;
}

std::vector<std::string_view> const& known_concepts() {
    static std::vector<std::string_view> const names{
        "act-article",     "act-name-word",  "act-number-word", "act-repeal",       "division-opener",
        "example-closer",  "example-opener", "list-word",       "meaning-closer",   "meaning-noun",
        "meaning-opener",  "meaning-word",   "name-joiner",     "name-opener",      "other-instrument",
        "page-furniture",  "provision-name", "range-word",      "reference-to-any", "term-definition",
        "this-instrument", "within-part",    "within-provision"};
    return names;
}

bool is_reserved(std::string_view word) {
    auto const& words = reserved_words();
    static bool const sorted = std::is_sorted(words.begin(), words.end());
    return sorted ? std::binary_search(words.begin(), words.end(), word)
                  : std::find(words.begin(), words.end(), word) != words.end();
}

bool is_force(std::string_view word) {
    return word == "shall" || word == "shall-dl" || word == "should" || word == "may";
}

bool is_place(std::string_view word) {
    constexpr std::string_view places[] = {"sentence",  "passage", "section", "definition",
                                           "reference", "part",    "act",     "set"};
    return std::find(std::begin(places), std::end(places), word) != std::end(places);
}

bool opens_declaration(std::string_view word) {
    auto const& words = declaration_words();
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace lacuna::dsl
