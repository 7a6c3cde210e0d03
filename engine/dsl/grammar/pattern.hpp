// Patterns: how a language says a thing.
#pragma once

#include "dsl/grammar/nested.hpp"
#include "dsl/grammar/run.hpp"
#include "dsl/grammar/tokens.hpp"

namespace lacuna::dsl::grammar {

inline TextLeaf const words_text('"', Lines::none, "a quoted text");
inline TextLeaf const exact_text('\'', Lines::none, "an exact text");
inline TextLeaf const folded_text('"', Lines::folded);
inline NameLeaf const a_name;
inline IntegerLeaf const whole_number;

struct pattern_tag;
struct sequence_tag;
struct item_tag;
x3::rule<pattern_tag, Run<Pattern>> const pattern = "a pattern";
x3::rule<sequence_tag, Run<Pattern>> const sequence = "a quoted text, a name or '('";
x3::rule<item_tag, Pattern> const item = "a quoted text, a name or '('";

inline auto const set_text = [](auto const& context, Pattern::Kind kind) {
    auto& node = x3::_val(context);
    node.kind = kind;
    node.plain = true;
    node.text = std::move(x3::_attr(context).value);
};
inline auto const set_words = [](auto const& context) { set_text(context, Pattern::Kind::words); };
inline auto const set_exact = [](auto const& context) { set_text(context, Pattern::Kind::exact); };
inline auto const set_reference = [](auto const& context) {
    auto& node = x3::_val(context);
    node.kind = Pattern::Kind::reference;
    node.text = std::move(x3::_attr(context).text);
};
template <Pattern::Kind kind>
struct SetBuiltIn {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).kind = kind;
    }
};
[[nodiscard]] inline bool all_plain(Pattern const& group) {
    return std::all_of(group.gaps.begin(), group.gaps.end(), [](auto gap) { return gap == 0; }) &&
           std::all_of(group.children.begin(), group.children.end(), [](auto& child) { return child.plain; });
}
[[nodiscard]] inline Pattern&& finished_pattern(Run<Pattern>& run) {
    if (run.grouped) run.whole.plain = all_plain(run.whole);
    return finished(run);
}
inline auto const set_group = [](auto const& context) {
    x3::_val(context) = finished_pattern(x3::_attr(context));
};

// The commonest first. The names of values are reserved words, which a_name leaves alone.
inline auto const primary =
    words_text[set_words] | exact_text[set_exact] |
    (Token("(") >> nested[x3::expect[pattern][set_group]] >> x3::expect[Token(")", "'|' or ')'")]) |
    a_name[set_reference] | Token("number")[SetBuiltIn<Pattern::Kind::number>{}] |
    Token("duration")[SetBuiltIn<Pattern::Kind::duration>{}] |
    Token("money")[SetBuiltIn<Pattern::Kind::money>{}] | Token("date")[SetBuiltIn<Pattern::Kind::date>{}];

// A mark on a group that already has one goes to a sequence of one child around it.
inline void hold(Pattern& node) {
    Pattern around;
    around.kind = Pattern::Kind::sequence;
    around.span = node.span;
    around.children.push_back(std::move(node));
    node = std::move(around);
}
inline auto const set_optional = [](auto const& context) { x3::_val(context).optional = true; };
inline auto const set_bind = [](auto const& context) {
    auto& node = x3::_val(context);
    if (!node.bind.empty()) hold(node);
    node.bind = std::move(x3::_attr(context).text);
    node.plain = false;
};
inline auto const item_def =
    spanned[spanned[primary] >> -(Token("?")[set_optional]) >>
            -(Token("as") >> x3::expect[NameLeaf("a name for the value")][set_bind])];

inline auto const add_item = [](auto const& context) {
    auto& run = x3::_val(context);
    run.add(Pattern::Kind::sequence, std::move(x3::_attr(context)));
    auto& gaps = run.whole.gaps;
    if (run.grouped && gaps.size() + 1 < run.whole.children.size()) gaps.push_back(0);
};
inline auto const add_gap = [](auto const& context) {
    auto& run = x3::_val(context);
    run.group(Pattern::Kind::sequence);
    run.whole.gaps.push_back(x3::_attr(context).value);
};
[[nodiscard]] constexpr bool begins_item(char c) {
    return c == '"' || c == '\'' || c == '(' || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}
inline auto const sequence_def =
    spanned[item[add_item] >>
            *((Ahead<begins_item>{} >> item[add_item]) |
              (Token("..") >> x3::expect[IntegerLeaf("a number of words after '..'")][add_gap] >>
               x3::expect[item][add_item]))];

inline auto const add_branch = [](auto const& context) {
    x3::_val(context).add(Pattern::Kind::alternatives, finished_pattern(x3::_attr(context)));
};
inline auto const pattern_def =
    spanned[sequence[add_branch] >> *(Token("|") >> x3::expect[sequence][add_branch])];

BOOST_SPIRIT_DEFINE(pattern, sequence, item)

}  // namespace lacuna::dsl::grammar
