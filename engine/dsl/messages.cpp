#include "dsl/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "dsl/keywords.hpp"
#include "dsl/misfits.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
namespace {

// The token at `at`, as an error shows it, and its end.
struct Found {
    std::string text;
    std::uint32_t end = 0;
    bool word = false;
};

[[nodiscard]] Found found_at(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return {"the end of the file", at};
    auto const word = grammar::word_at(text, at);
    if (!word.empty()) {
        auto const end = at + static_cast<std::uint32_t>(word.size());
        return {fmt::format("'{}'", word), end, true};
    }
    if (text[at] == '"' || text[at] == '\'') {
        auto const close = text.find(text[at], at + 1);
        auto const end = std::min(close == std::string_view::npos ? text.size() : close + 1, text.size());
        auto shown = text.substr(at, std::min<std::size_t>(end - at, 40));
        if (auto const line = shown.find('\n'); line != std::string_view::npos) shown = shown.substr(0, line);
        return {fmt::format("the text {}", utf8::truncate(shown, 30)),
                at + static_cast<std::uint32_t>(shown.size())};
    }
    auto const character = utf8::decode(text, at);
    return {fmt::format("'{}'", text.substr(at, character.length)), at + character.length};
}

// The words in quotes of an expectation: "'needs' or '}'" gives needs; signs are no words.
[[nodiscard]] std::vector<std::string> words_of(std::string_view expected) {
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = expected.find('\'', at)) != std::string_view::npos;) {
        auto const end = expected.find('\'', at + 1);
        if (end == std::string_view::npos) break;
        auto const word = expected.substr(at + 1, end - at - 1);
        if (!word.empty() && std::isalpha(static_cast<unsigned char>(word.front())) != 0)
            words.emplace_back(word);
        at = end + 1;
    }
    return words;
}

[[nodiscard]] bool typographic_quote(std::string_view text, std::uint32_t at) {
    auto const code = utf8::decode(text, at).code;
    return (code >= 0x2018 && code <= 0x201f) || code == 0xab || code == 0xbb;
}

struct Hint {
    std::string_view expected;  // part of the expectation
    std::string_view help;
};
// The first that fits is given.
constexpr Hint hints[] = {
    {"a condition", "name a concept, quote a phrase, or put a group in parentheses"},
    {"'and', 'or', 'near'", "join conditions with 'and', 'or' or 'near', and close the parenthesis"},
    {"an element, 'option'",
     "join conditions with 'and', 'or' or 'near'; a new element is written name = condition"},
    {"'|', 'but not'", "separate alternatives with '|'"},
    {"'|' or ')'", "separate alternatives with '|', and close the parenthesis"},
    {"a pattern", "write in quotes the words that are looked for: { \"access*\" | \"entry\" }"},
    {"a quoted text, a name or '('",
     "after '|' or '..n' there must be a text in quotes, a concept or a group"},
    {"number of words", "write the number without a blank: ..3"},
    {"a kind", "write what kind of thing the measure is: measure name : kind \"Title\" {"},
    {"a title", "say in quotes, in one sentence, what this is"},
    {"a text in quotes", "write the text in straight quotes: \"…\""},
    {"'in' and a language", "say after 'in' in which language the examples are: test name in en {"},
    {"a language", "name a language by its code, without quotes: lexicon en"},
    {"'yes', 'no', 'todo'",
     "an example begins with 'yes', 'no' or 'todo'; a list of elements goes on after a comma"},
    {"'met by'", "lists of names are separated by commas"},
    {"',' or '}'", "separate the names with commas"},
    {"the text of the example", "write the example in straight quotes after 'yes', 'no' or 'todo'"},
    {"'sentence'", "say where to look: in passage, in section, in act, by reference …"},
    {"'has'", "write: heading has a-concept"},
    {"'of'", "a number stands only in 2 of (a, b, c), near/8 and comparisons"},
    {"'to'", "write: refers to a-measure"},
    {"'shall'", "say how much the duty binds: shall, shall-dl, should or may"},
    {"'checked'",
     "say how the content was verified: checked against the authentic text, secondary, or memory"},
    {"'duration' or 'money'", "a quantity is of time or of money: quantity duration { \"year\" = 1 year }"},
    {"a number such as", "write the number of the provision first: 7.1.a"},
    {"the name of the", how_names_are_made},
    {"a concept, a quoted text or '('",
     "after 'near', 'before', 'with' and '|' there must be a concept, a text in quotes or a group"},
    {"a word for a quantity",
     "write the word in quotes, its number and unit, no comma between: \"year\" = 1 year"},
    {"a word in quotes", "write both spellings in quotes, no comma between: \"color*\" = \"colour*\""},
    {"',' or ')'", "separate the parts with commas, and close the parenthesis"},
    {"a number", "write the number in digits"},
    {"an element", "name an element, or remove what stands before it"},
    {"'='", "write '=' between the name and what it stands for"},
    {"'('", "write the list in parentheses: each of (a, b), 2 of (a, b, c)"},
    {"'{'", "open the braces before what belongs to it"},
};

[[nodiscard]] std::string help_for(std::string_view text, std::uint32_t at, Found const& found,
                                   std::string const& expected) {
    if (at < text.size() && typographic_quote(text, at))
        return "write straight quotes: \"…\" for words, '…' for exact spelling";
    if (found.word && expected == "'{'" && at > 1 && text[at - 1] == ' ' &&
        !grammar::word_at(text, static_cast<std::uint32_t>(text.find_last_not_of(' ', at - 1))).empty())
        return "a name is one word; join the parts with '-', and open the braces after it";
    if (found.word) {
        auto const word = std::string(grammar::word_at(text, at));
        if (expected.find("name") != std::string::npos && is_reserved(word))
            return fmt::format("'{}' is a word of the rule language and cannot be a name", word);
    }
    for (auto const& hint : hints)
        if (expected.find(hint.expected) != std::string::npos) return std::string(hint.help);
    return {};
}

// The word that was meant, of those that could stand here.
[[nodiscard]] std::string meant(std::string_view text, std::uint32_t at, std::string const& expected) {
    auto const word = std::string(grammar::word_at(text, at));
    auto const near = word.empty() ? std::string() : suggest(word, words_of(expected));
    return near == word ? std::string() : near;
}

// What to do, in the order of how certain it is; and the place and the expectation, where they move.
[[nodiscard]] Advice advice_for(grammar::Cursor const& cursor, std::uint32_t at, Found const& found) {
    auto advice = advise(cursor, at);
    if (!advice.help.empty()) return advice;
    auto const near = found.word ? meant(cursor.text, at, cursor.failure.expected) : std::string();
    if (!near.empty()) return {fmt::format("did you mean '{}'?", near), 0, 0, {}};
    advice = advise_name(cursor, at);
    if (!advice.help.empty()) return advice;
    return {help_for(cursor.text, at, found, cursor.failure.expected), 0, 0, {}};
}

[[nodiscard]] Diagnostic unterminated(grammar::Cursor const& cursor) {
    auto const at = cursor.failure.at;
    auto const line_end = std::min(cursor.text.find('\n', at), cursor.text.size());
    auto end = static_cast<std::uint32_t>(line_end);
    while (end > at + 1 && (cursor.text[end - 1] == '\r' || cursor.text[end - 1] == ' ')) --end;
    auto const quote = cursor.text[at];
    auto diagnostic = diagnose(
        Code::rule_unterminated, {cursor.source, at, end}, "this text is not closed",
        fmt::format("write {} where the text ends; a {} inside a text is written \\{}", quote, quote, quote));
    diagnostic.label = "the text begins here";
    return diagnostic;
}

// The last parenthesis between two places that is not closed there.
[[nodiscard]] std::optional<std::uint32_t> open_parenthesis(std::string_view text, std::uint32_t begin,
                                                            std::uint32_t end) {
    std::vector<std::uint32_t> open;
    for (auto const& lexeme : scan(text.substr(begin, end - begin))) {
        auto const at = begin + lexeme.begin;
        if (lexeme.kind != Lexeme::Kind::sign) continue;
        if (text[at] == '(') open.push_back(at);
        if (text[at] == ')' && !open.empty()) open.pop_back();
    }
    return open.empty() ? std::nullopt : std::optional(open.back());
}

}  // namespace

Diagnostic explain_failure(grammar::Cursor const& cursor) {
    auto const& failure = cursor.failure;
    if (failure.unterminated) return unterminated(cursor);
    auto const text = cursor.text;
    auto const at = grammar::skip_blanks(text, failure.at);
    auto const found = found_at(text, at);
    auto const advice = advice_for(cursor, at, found);
    if (!advice.expected.empty() && advice.end > 0)
        return diagnose(Code::rule_syntax, {cursor.source, advice.begin, advice.end},
                        fmt::format("expected {}, found '{}'", advice.expected,
                                    text.substr(advice.begin, advice.end - advice.begin)),
                        advice.help);
    auto const& expected = advice.expected.empty() ? failure.expected : advice.expected;
    auto const between = text.substr(failure.at, at - failure.at);
    bool const next_line = failure.at > 0 && between.find('\n') != std::string_view::npos;
    Span const place{cursor.source, at, found.end};
    // What is missing at the end of a line is shown there, not at whatever the next line holds.
    bool const missing =
        next_line && (at >= text.size() || failure.expected.find("'}'") == std::string::npos);
    auto diagnostic =
        diagnose(Code::rule_syntax, missing ? Span{cursor.source, failure.at, failure.at} : place,
                 fmt::format("expected {}, found {}", expected, found.text), advice.help);
    if (missing) {
        diagnostic.label = "expected here";
        if (at < text.size()) diagnostic.others.push_back({place, "found this"});
    }
    if (failure.expected.find("')'") != std::string::npos)
        if (auto const open = open_parenthesis(text, cursor.at, failure.at))
            diagnostic.others.push_back({{cursor.source, *open, *open + 1}, "this is still open"});
    return diagnostic;
}

Diagnostic unknown_declaration(std::string_view text, SourceId source, std::uint32_t at) {
    auto const found = found_at(text, at);
    std::vector<std::string> words;
    for (auto const word : declaration_words()) words.emplace_back(word);
    if (at < text.size() && text[at] == '}')
        return diagnose(Code::rule_unknown_declaration, {source, at, found.end},
                        "this '}' closes nothing: what stands above it is closed already",
                        "remove it, or the '}' before it that stands too early");
    if (auto help = advise_outside(text, at); !help.empty())
        return diagnose(Code::rule_unknown_declaration, {source, at, found.end},
                        fmt::format("expected a declaration, found {}", found.text), std::move(help));
    auto const near = found.word ? suggest(std::string(grammar::word_at(text, at)), words) : std::string();
    auto diagnostic = diagnose(Code::rule_unknown_declaration, {source, at, found.end},
                               fmt::format("expected a declaration, found {}", found.text),
                               near.empty() ? "a declaration begins with lexicon, concept, quantity, "
                                              "spelling, kind, measure, instrument or test"
                                            : fmt::format("did you mean '{}'?", near));
    if (!near.empty()) diagnostic.fix = Fix{diagnostic.span, near};
    return diagnostic;
}

}  // namespace lacuna::dsl
