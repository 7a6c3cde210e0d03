#include "dsl/misfits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "dsl/keywords.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
namespace {

// Where a misfit stands, told by what was expected there.
enum class Spot : std::uint8_t { anywhere, outside, pattern, condition, operand, meets, example };

constexpr std::string_view outside = "a declaration";

[[nodiscard]] bool expects(std::string_view expected, Spot place) {
    auto const has = [&](std::string_view part) { return expected.find(part) != std::string_view::npos; };
    switch (place) {
        case Spot::anywhere:
            return true;
        case Spot::outside:
            return expected == outside;
        case Spot::pattern:
            return has("'but not'") || has("a quoted text, a name") || has("'|' or ')'") ||
                   has("'|', 'but not'");
        case Spot::condition:
            return has("a condition:") || has("an element, 'option'") || has("'and', 'or', 'near'") ||
                   has("'gate' or 'elements'") || has("'or' or ')'");
        case Spot::operand:
            return has("a concept, a quoted text or '('");
        case Spot::meets:
            return has("'met by'");
        case Spot::example:
            return expected == "an element";
    }
    return false;
}

struct Misfit {
    Spot place;
    std::string_view written;
    std::string_view help;
};
// The first that fits is given. What is written as a word fits a whole word.
constexpr Misfit misfits[] = {
    {Spot::anywhere, "#", "a remark begins with // and runs to the end of its line"},
    {Spot::anywhere, "--", "a remark begins with // and runs to the end of its line"},
    {Spot::anywhere, "/*", "a remark begins with // and runs to the end of its line"},
    {Spot::anywhere, "<!--", "a remark begins with // and runs to the end of its line"},
    {Spot::anywhere, ";", "remove ';': nothing stands at the end of a clause"},
    {Spot::anywhere, "\xC2\xA0",
     "this is a no-break space, as word processors write it; write an ordinary one"},
    {Spot::outside, "{", "remove it: a lexicon has no braces, and holds for what follows in its file"},
    {Spot::outside, "include", "remove it: all files of a pack are read together"},
    {Spot::outside, "import", "remove it: all files of a pack are read together"},
    {Spot::outside, "/", "a remark begins with // and runs to the end of its line"},
    {Spot::pattern, "or", "alternatives are separated by '|'"},
    {Spot::pattern, "OR", "alternatives are separated by '|'"},
    {Spot::pattern, "||", "alternatives are separated by one '|'"},
    {Spot::pattern, ",", "alternatives are separated by '|'"},
    {Spot::pattern, "/", "alternatives are separated by '|'"},
    {Spot::pattern, "and",
     "write the two side by side, or with a gap between: \"a\" ..5 \"b\"; 'and' stands in measures"},
    {Spot::pattern, "AND",
     "write the two side by side, or with a gap between: \"a\" ..5 \"b\"; 'and' stands in measures"},
    {Spot::pattern, "not", "write 'but not', at the end of the concept"},
    {Spot::pattern, "but", "'but not' stands once: join with '|' what is taken away"},
    {Spot::pattern, "near", "write a gap, ..8: at most eight other words between; 'near' stands in measures"},
    {Spot::condition, "AND", "did you mean 'and'?"},
    {Spot::condition, "&&", "did you mean 'and'?"},
    {Spot::condition, "&", "did you mean 'and'?"},
    {Spot::condition, "OR", "did you mean 'or'?"},
    {Spot::condition, "||", "did you mean 'or'?"},
    {Spot::condition, "NOT", "did you mean 'not'?"},
    {Spot::condition, "not", "write 'and not'"},
    {Spot::condition, "\xE2\x89\xA5", "at least is written >="},
    {Spot::condition, "\xE2\x89\xA4", "at most is written <="},
    {Spot::condition, "!=", "the comparisons are <, <=, >, >= and ="},
    {Spot::condition, "if", "say with 'needs' what must be there, with 'unless' what must not"},
    {Spot::condition, "!", "did you mean 'not'?"},
    {Spot::condition, "NEAR", "did you mean 'near'?"},
    {Spot::condition, ",", "join conditions with 'and' or 'or'"},
    {Spot::condition, "at", "write >= for at least, <= for at most"},
    {Spot::condition, "but", "write 'and not'; 'but not' stands in concepts"},
    {Spot::condition, "after", "write it the other way round: b before a"},
    {Spot::condition, "within", "write how near: a near/8 b"},
    {Spot::operand, "not", "'not' stands before a whole condition: a and not (b near c)"},
    {Spot::operand, "NOT", "'not' stands before a whole condition: a and not (b near c)"},
    {Spot::meets, ",", "join measures with 'or', or write met by each of (a, b)"},
    {Spot::meets, "and", "write met by each of (a, b); 'or' where one of them is enough"},
    {Spot::example, "not", "write 'without' and the elements that must not be found"},
};

[[nodiscard]] bool stands_at(std::string_view text, std::uint32_t at, std::string_view written) {
    auto const word = grammar::word_at(text, at);
    return word.empty() ? text.substr(at).starts_with(written) : word == written;
}

[[nodiscard]] std::string_view from_table(std::string_view text, std::uint32_t at,
                                          std::string_view expected) {
    for (auto const& misfit : misfits)
        if (expects(expected, misfit.place) && stands_at(text, at, misfit.written)) return misfit.help;
    return {};
}

// The tokens of the clause before the place of the failure; remarks are left out.
class Before {
  public:
    Before(std::string_view text, std::uint32_t begin, std::uint32_t end) : text_(text), begin_(begin) {
        for (auto const& lexeme : scan(text.substr(begin, end - begin)))
            if (lexeme.kind != Lexeme::Kind::comment) lexemes_.push_back(lexeme);
    }
    // 1: the last before the place. Empty when there are not as many.
    [[nodiscard]] std::string_view token(std::size_t back) const {
        if (back > lexemes_.size()) return {};
        auto const& one = lexemes_[lexemes_.size() - back];
        return text_.substr(begin_ + one.begin, one.end - one.begin);
    }
    [[nodiscard]] std::uint32_t begin_of(std::size_t back) const {
        return begin_ + lexemes_[lexemes_.size() - back].begin;
    }
    // Back from the place, the nearest token that is one of the words; empty when none is.
    [[nodiscard]] std::string_view nearest(std::initializer_list<std::string_view> words) const {
        for (std::size_t back = 1; back <= lexemes_.size(); ++back)
            for (auto const word : words)
                if (token(back) == word) return word;
        return {};
    }

  private:
    std::string_view text_;
    std::uint32_t begin_;
    std::vector<Lexeme> lexemes_;
};

[[nodiscard]] bool is_number(std::string_view token) {
    return !token.empty() && token.find_first_not_of("0123456789.") == std::string_view::npos;
}
[[nodiscard]] bool is_comparison(std::string_view token) {
    return token == "<" || token == ">" || token == "<=" || token == ">=" || token == "=";
}

// `4 years <= term`, `100 < fine`: the value is written first.
[[nodiscard]] bool value_on_right(Before const& before, std::string_view text, std::uint32_t at) {
    if (!is_number(before.token(1))) return false;
    auto const unit = grammar::word_at(text, at);
    at = grammar::skip_blanks(text, at + static_cast<std::uint32_t>(unit.size()));
    return at < text.size() && (text[at] == '<' || text[at] == '>');
}

// After `term >= 1` or `"hour" = 1`: a unit that is not known, "%", ",000".
[[nodiscard]] Advice unit(Before const& before, std::string_view text, std::uint32_t at) {
    if (!is_number(before.token(1)) || !is_comparison(before.token(2))) return {};
    if (text[at] == ',') return {"write the number without commas: 1000", 0, 0, {}};
    if (text[at] == '%') return {"remove '%': the number stands alone", 0, 0, {}};
    auto const word = grammar::word_at(text, at);
    if (word.empty() || is_reserved(word) || before.token(3).empty()) return {};
    auto const after = grammar::skip_blanks(text, at + static_cast<std::uint32_t>(word.size()));
    if (after < text.size() && text[after] == '=') return {};  // the next element
    return {"the units of time are year, month, week, day and hour; a sum of money has none", 0, 0,
            "a unit of time or nothing"};
}

// "=>", "==", "=<": the grammar fails at their second sign.
[[nodiscard]] Advice doubled_sign(Before const& before, std::string_view text, std::uint32_t at) {
    bool const after_sign =
        at > 0 && (text[at - 1] == '=' || text[at - 1] == '<' || text[at - 1] == '>' || text[at - 1] == '!');
    if (!after_sign || (text[at] != '=' && text[at] != '>' && text[at] != '<')) return {};
    auto const sign = text.substr(at - 1, 2);
    bool const compares = !before.token(3).empty() && before.token(3) != "{";
    auto const help = sign == "=>"   ? "at least is written >="
                      : sign == "=<" ? "at most is written <="
                      : sign == "==" ? "write one '='"
                                     : "the comparisons are <, <=, >, >= and =";
    return {help, at - 1, at + 1, compares ? "a comparison: <, <=, >, >= or =" : "'='"};
}

// `near 8 x`: the number is read as that of `8 of (…)`.
[[nodiscard]] Advice distance(Before const& before, std::string_view expected) {
    auto const link = before.token(2);
    if (expected != "'of'" || !is_number(before.token(1)) || (link != "near" && link != "before")) return {};
    return {fmt::format("write the number after a stroke: {}/{}", link, before.token(1)), 0, 0, {}};
}

// `access* | …`, `access*" | …`: a name cannot hold '*'.
[[nodiscard]] Advice star(Before const& before, std::string_view text, std::uint32_t at) {
    if (text[at] != '*' || grammar::word_at(before.token(1), 0).empty()) return {};
    return {fmt::format("put it in quotes: \"{}*\"", before.token(1)), before.begin_of(1), at + 1, {}};
}

// `= NOT intent` reads NOT as the name of a concept, and fails after it.
[[nodiscard]] Advice capitals(Before const& before, std::string_view expected) {
    auto const last = before.token(1);
    if (last != "NOT" || !expects(expected, Spot::condition)) return {};
    auto const begin = before.begin_of(1);
    return {"did you mean 'not'?", begin, begin + 3, "a condition"};
}

// `object : system`, `object system`: at the beginning of a clause, a name without its '='.
[[nodiscard]] Advice missing_equals(Before const& before, std::string_view text, std::uint32_t at,
                                    std::string_view expected) {
    auto const name = grammar::word_at(text, at);
    bool const first = before.token(1).empty() || before.token(1) == "{";
    if (!expected.starts_with("an element, 'option'") || name.empty() || !first) return {};
    auto const next = grammar::skip_blanks(text, at + static_cast<std::uint32_t>(name.size()));
    if (next >= text.size() || text[next] == '}' || text[next] == '=') return {};
    auto const end = next + std::max<std::size_t>(grammar::word_at(text, next).size(), 1);
    return {fmt::format("write: {} = …", name), next, static_cast<std::uint32_t>(end),
            fmt::format("'=' after '{}'", name)};
}

// What the table cannot tell: what stands before it decides.
[[nodiscard]] std::string by_neighbours(Before const& before, std::string_view text, std::uint32_t at,
                                        std::string_view expected) {
    auto const word = grammar::word_at(text, at);
    bool const digit = text[at] >= '0' && text[at] <= '9';
    auto const last = before.token(1);
    if (digit && expects(expected, Spot::pattern))
        return "a gap is written ..3: at most three other words between";
    if (is_place(word) && expects(expected, Spot::condition))
        return fmt::format("a place to look in begins with 'in': in {}", word);
    if (word == "by" && last == "reservable") return "write: reservable under 11.3";
    if (word == "of" && last == "all" && expects(expected, Spot::meets)) return "write: each of (a, b)";
    if (text[at] == ';' && expected.starts_with("':' and a kind"))
        return "write ':' between the name and the kind";
    if (text[at] == '=' && (last == "needs" || last == "unless"))
        return fmt::format("write the condition directly after '{}'", last);
    if (expected == "a name for the value" && !word.empty())
        return "write first what the value is, then its name: duration as term";
    if (expected == "a pattern" && word == "but") return "say first what is looked for, then 'but not'";
    return {};
}

// Of the line of the place (of a very long one, the end), or from where reading of the clause began.
[[nodiscard]] Before before_place(grammar::Cursor const& cursor, std::uint32_t at) {
    constexpr std::uint32_t longest = 2000;
    auto const line = cursor.text.rfind('\n', at > 0 ? at - 1 : 0);
    auto begin = line == std::string_view::npos || at == 0 ? 0 : static_cast<std::uint32_t>(line) + 1;
    if (at - begin > longest) begin = at - longest;
    return {cursor.text, std::min(cursor.at, begin), at};
}

// A comma after the measures of `met by` is one thing, after a list of names another.
[[nodiscard]] bool in_other_list(Before const& before, std::string_view expected) {
    return expects(expected, Spot::meets) &&
           before.nearest({"by", "with", "allows", "protects", "asks", "under", "verified"}) != "by";
}

}  // namespace

Advice advise(grammar::Cursor const& cursor, std::uint32_t at) {
    auto const text = cursor.text;
    std::string_view const expected = cursor.failure.expected;
    if (at >= text.size()) return {};
    auto const before = before_place(cursor, at);
    if (!expects(expected, Spot::pattern) && value_on_right(before, text, at))
        return {"the value stands on the left, its limit on the right: term >= 4 years", 0, 0, {}};
    for (auto& one : {unit(before, text, at), doubled_sign(before, text, at), distance(before, expected),
                      star(before, text, at), capitals(before, expected)})
        if (!one.help.empty()) return one;
    if (auto help = by_neighbours(before, text, at, expected); !help.empty())
        return {std::move(help), 0, 0, {}};
    if (in_other_list(before, expected)) return {};
    return {std::string(from_table(text, at, expected)), 0, 0, {}};
}

Advice advise_name(grammar::Cursor const& cursor, std::uint32_t at) {
    if (at >= cursor.text.size()) return {};
    return missing_equals(before_place(cursor, at), cursor.text, at, cursor.failure.expected);
}

std::string advise_outside(std::string_view text, std::uint32_t at) {
    return std::string(from_table(text, at, outside));
}

}  // namespace lacuna::dsl
