// The smallest parts: blanks and comments, keywords and signs, names, quoted texts, numbers; and `spanned`,
// which notes the place of a node. Written as parsers of their own, because the library's character classes
// follow the C locale and its names for expectations are not meant for readers.
#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/utf8.hpp"
#include "dsl/example_lines.hpp"
#include "dsl/grammar/state.hpp"
#include "dsl/keywords.hpp"

namespace lacuna::dsl::grammar {

[[nodiscard]] constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] inline bool is_name_char(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
}
[[nodiscard]] inline Iterator skip_blanks_and_comments(Iterator first, Iterator last) {
    for (;;) {
        while (first != last && is_blank(*first)) ++first;
        if (last - first < 2 || first[0] != '/' || first[1] != '/') return first;
        while (first != last && *first != '\n') ++first;
    }
}
// Each of several alternatives skips; what the first has skipped the others need not look at again.
[[nodiscard]] inline Iterator skip(Iterator first, Iterator last) {
    bool const nothing = first != last && !is_blank(*first) && *first != '/';
    return nothing ? first : skip_blanks_and_comments(first, last);
}
[[nodiscard]] inline Iterator end_of_word(Iterator first, Iterator last) {
    while (first != last && is_name_char(*first)) ++first;
    return first;
}

// Blanks and comments, as the skipper of every rule.
struct Blanks : x3::parser<Blanks> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const&, RuleContext&, Attribute&) const {
        auto const begin = first;
        first = skip(first, last);
        return first != begin;
    }
};

// A keyword or a sign. A keyword ends where its word ends: "ruler" is not "rule". `name` is what an error
// says was expected here.
struct Token : x3::parser<Token> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    std::string_view text;
    std::string name;

    explicit Token(std::string_view t, std::string_view n = {})
        : text(t), name(n.empty() ? "'" + std::string(t) + "'" : std::string(n)) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const&, RuleContext&, Attribute&) const {
        auto const at = skip(first, last);
        auto const size = static_cast<std::ptrdiff_t>(text.size());
        if (last - at < size || *at != text[0]) return false;  // as a rule the first character tells
        if (std::string_view(at, text.size()) != text) return false;
        auto const end = at + size;
        if (is_letter(text[0]) && end != last && is_name_char(*end)) return false;
        first = end;
        return true;
    }
};

// Whether what comes next may begin so. Most places where more may stand hold a sign that begins nothing of
// the kind: it is seen here, before each alternative is tried.
template <bool (*may_begin)(char)>
struct Ahead : x3::parser<Ahead<may_begin>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const&, RuleContext&, Attribute&) const {
        auto const at = skip(first, last);
        return at != last && may_begin(*at);
    }
};

// A parser of one token with a value: Derived::read(begin, last, state, value) gives the end, or begin when
// there is no such token here; then it leaves the value alone.
template <class Derived, class Value>
struct Leaf : x3::parser<Derived> {
    using attribute_type = Value;
    static constexpr bool has_attribute = true;
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext&,
               Attribute& attribute) const {
        auto const begin = skip(first, last);
        auto const end = [&] {
            if constexpr (std::is_same_v<Attribute, Value>) {
                return this->derived().read(begin, last, state_of(context), attribute);
            } else {
                Value value{};
                auto const at = this->derived().read(begin, last, state_of(context), value);
                if (at != begin) x3::traits::move_to(value, attribute);
                return at;
            }
        }();
        if (end == begin) return false;
        first = end;
        return true;
    }
};

// A letter outside a-z: Latin with accents, Greek, Cyrillic, Arabic, Chinese …; no blank, quote or dash.
[[nodiscard]] inline bool is_foreign_letter(char32_t code) {
    return code >= 0xC0 && code != 0xD7 && code != 0xF7 && (code < 0x2000 || code >= 0x3040) && code < 0xFF00;
}
// The end of a word that may have letters of other alphabets: they are read, so that "système" is one name
// and one error where it is declared.
[[nodiscard]] inline Iterator end_of_any_word(Iterator first, Iterator last) {
    while (first != last) {
        if (is_name_char(*first)) {
            ++first;
            continue;
        }
        if (static_cast<unsigned char>(*first) < 0x80) break;
        auto const next = utf8::decode({first, static_cast<std::size_t>(last - first)}, 0);
        if (!is_foreign_letter(next.code)) break;
        first += next.length;
    }
    return first;
}

// A name that is no keyword: "illegal-access".
struct NameLeaf : Leaf<NameLeaf, Name> {
    std::string name = "a name";
    bool keywords = false;  // true: keywords are taken too, and reported
    explicit NameLeaf(std::string n = "a name", bool k = false) : name(std::move(n)), keywords(k) {}
    [[nodiscard]] Iterator read(Iterator begin, Iterator last, State const& state, Name& value) const {
        auto const end = end_of_any_word(begin, last);
        auto first = begin;
        if (keywords)
            while (first != end && is_digit(*first)) ++first;  // "2system" declares, wrongly, "system"
        if (first == end || is_digit(*first) || *first == '-' || *first == '_') return begin;
        std::string_view const word(first, static_cast<std::size_t>(end - first));
        if (is_reserved(word) && !keywords) return begin;
        if (keywords) judge(begin, end, word, state);
        value.text = word;
        value.span = state.span(begin, end);
        return end;
    }

  private:
    static void judge(Iterator begin, Iterator end, std::string_view word, State const& state) {
        std::string const written(begin, end);
        if (is_reserved(written))
            state.problem(Code::rule_reserved_name, state.span(begin, end),
                          "'" + written + "' is a word of the rule language and cannot be a name",
                          "choose another name, for example '" + written + "-word'");
        else if (written != word ||
                 !std::all_of(begin, end, [](char c) { return is_name_char(c) && (c < 'A' || c > 'Z'); }))
            state.problem(Code::rule_bad_name, state.span(begin, end), "'" + written + "' cannot be a name",
                          std::string(how_names_are_made));
    }
};

// A number of a provision or a chapter: "7.1.a", "II", "31-bis".
struct IdLeaf : Leaf<IdLeaf, Name> {
    std::string name = "a number such as 7.1.a";
    [[nodiscard]] Iterator read(Iterator begin, Iterator last, State const& state, Name& value) const {
        auto end = begin;
        if (end == last || !(is_letter(*end) || is_digit(*end))) return begin;
        if (is_force({begin, static_cast<std::size_t>(end_of_word(begin, last) - begin)})) return begin;
        while (end != last && (is_name_char(*end) || *end == '.' || *end == '(' || *end == ')')) ++end;
        while (end[-1] == '.') --end;
        value = {with_points({begin, static_cast<std::size_t>(end - begin)}), state.span(begin, end)};
        if (value.text.size() != static_cast<std::size_t>(end - begin))
            state.problem(Code::rule_bad_number, value.span, "a number of a provision has no parentheses",
                          "write " + value.text);
        return end;
    }

  private:
    // "1(1)(a)" is 1.1.a.
    [[nodiscard]] static std::string with_points(std::string_view written) {
        std::string text;
        for (char const c : written) {
            bool const apart = c == '(' || c == ')' || c == '.';
            if (!apart)
                text += c;
            else if (!text.empty() && text.back() != '.')
                text += '.';
        }
        while (!text.empty() && text.back() == '.') text.pop_back();
        return text;
    }
};

// A whole number.
struct Counted {
    std::uint32_t value = 0;
    Span span;
};
struct IntegerLeaf : Leaf<IntegerLeaf, Counted> {
    std::string name = "a whole number";
    explicit IntegerLeaf(std::string n = "a whole number") : name(std::move(n)) {}
    [[nodiscard]] Iterator read(Iterator begin, Iterator last, State const& state, Counted& value) const {
        auto end = begin;
        while (end != last && is_digit(*end)) ++end;
        if (end == begin) return begin;
        value.span = state.span(begin, end);
        if (std::from_chars(begin, end, value.value).ec != std::errc{})
            state.problem(Code::rule_bad_number, value.span, "this number is too large",
                          "write a smaller one");
        return end;
    }
};

// A number that may have a fraction.
struct DecimalLeaf : Leaf<DecimalLeaf, double> {
    std::string name = "a number";
    [[nodiscard]] Iterator read(Iterator begin, Iterator last, State const& state, double& value) const {
        auto end = begin;
        while (end != last && is_digit(*end)) ++end;
        if (end == begin) return begin;
        if (last - end > 1 && *end == '.' && is_digit(end[1]))
            for (++end; end != last && is_digit(*end);) ++end;
        if (std::from_chars(begin, end, value).ec != std::errc{})
            state.problem(Code::rule_bad_number, state.span(begin, end), "this number is too large",
                          "write a smaller one");
        return end;
    }
};

// A quoted text. Which line breaks it may hold, and what becomes of them, differs.
enum class Lines : std::uint8_t { none, folded, kept };
struct TextLeaf : Leaf<TextLeaf, Text> {
    char quote = '"';
    Lines lines = Lines::folded;
    std::string name = "a quoted text";
    TextLeaf(char q, Lines l, std::string n = "a quoted text") : quote(q), lines(l), name(std::move(n)) {}
    [[nodiscard]] Iterator read(Iterator begin, Iterator last, State const& state, Text& value) const;

  private:
    // The end of the text between the quotes, which goes to `into`, its escapes resolved.
    [[nodiscard]] Iterator read_inside(Iterator begin, Iterator last, std::string& into) const;
};

// Notes the place of what it holds in the node of the surrounding rule.
template <class Subject>
struct Spanned : x3::unary_parser<Subject, Spanned<Subject>> {
    using base_type = x3::unary_parser<Subject, Spanned<Subject>>;
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    explicit Spanned(Subject const& held) : base_type(held) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, RuleContext& node,
               Attribute& attribute) const {
        auto const begin = skip(first, last);
        auto end = begin;  // so that each alternative need not skip the same blanks again
        if (!this->subject.parse(end, last, context, node, attribute)) return false;
        first = end;
        node.span = state_of(context).span(begin, first);
        return true;
    }
};
struct SpannedMaker {
    template <class Subject>
    auto operator[](Subject const& held) const {
        return Spanned<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(held));
    }
};
inline constexpr SpannedMaker spanned{};

}  // namespace lacuna::dsl::grammar

// What an expectation that fails calls these parsers.
namespace boost::spirit::x3 {
#define LACUNA_NAMED(type)                                                                             \
    template <>                                                                                        \
    struct get_info<lacuna::dsl::grammar::type> {                                                      \
        using result_type = std::string;                                                               \
        std::string operator()(lacuna::dsl::grammar::type const& parser) const { return parser.name; } \
    };
LACUNA_NAMED(Token)
LACUNA_NAMED(NameLeaf)
LACUNA_NAMED(IdLeaf)
LACUNA_NAMED(IntegerLeaf)
LACUNA_NAMED(DecimalLeaf)
LACUNA_NAMED(TextLeaf)
#undef LACUNA_NAMED
}  // namespace boost::spirit::x3
