// Patterns: how a language says a thing.
#pragma once

#include <utility>

#include "dsl/grammar/tokens.hpp"

namespace lacuna::dsl::grammar {

inline TextLeaf const words_text('"', Lines::none, "a quoted text");
inline TextLeaf const exact_text('\'', Lines::none, "an exact text");
inline TextLeaf const folded_text('"', Lines::folded);
inline NameLeaf const a_name;
inline IntegerLeaf const whole_number;

// Patterns in a row, or one beside the other. One that stands alone, as most do, needs no group around it.
struct Run {
    Span span;
    Pattern whole;  // the first, or the group of all
    bool begun = false, grouped = false;

    void group(Pattern::Kind kind) {
        if (std::exchange(grouped, true)) return;
        Pattern around;
        around.kind = kind;
        around.children.reserve(4);
        around.children.push_back(std::move(whole));
        whole = std::move(around);
    }
    void add(Pattern::Kind kind, Pattern&& next) {
        if (!std::exchange(begun, true)) {
            whole = std::move(next);
            return;
        }
        group(kind);
        whole.children.push_back(std::move(next));
    }
};
[[nodiscard]] inline Pattern&& finished(Run& run) {
    if (run.grouped) run.whole.span = run.span;
    return std::move(run.whole);
}

struct pattern_tag;
struct sequence_tag;
struct item_tag;
struct primary_tag;
x3::rule<pattern_tag, Run> const pattern = "a pattern";
x3::rule<sequence_tag, Run> const sequence = "a quoted text, a name or '('";
x3::rule<item_tag, Pattern> const item = "a quoted text, a name or '('";
x3::rule<primary_tag, Pattern> const primary = "a quoted text, a name or '('";

inline auto const set_text = [](auto const& context, Pattern::Kind kind) {
    auto& node = x3::_val(context);
    node.kind = kind;
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
inline auto const set_group = [](auto const& context) {
    auto& node = x3::_val(context);
    auto const outer = node.span;
    node = finished(x3::_attr(context));
    node.span = outer;
};

inline auto const primary_def =
    spanned[words_text[set_words] | exact_text[set_exact] |
            Token("number")[SetBuiltIn<Pattern::Kind::number>{}] |
            Token("duration")[SetBuiltIn<Pattern::Kind::duration>{}] |
            Token("money")[SetBuiltIn<Pattern::Kind::money>{}] |
            Token("date")[SetBuiltIn<Pattern::Kind::date>{}] | a_name[set_reference] |
            (Token("(") >> x3::expect[pattern][set_group] >> x3::expect[Token(")", "'|' or ')'")])];

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
};
inline auto const set_item = [](auto const& context) { x3::_val(context) = std::move(x3::_attr(context)); };

inline auto const item_def =
    spanned[primary[set_item] >> -(Token("?")[set_optional]) >>
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
inline auto const sequence_def =
    spanned[item[add_item] >>
            *(item[add_item] |
              (Token("..") >> x3::expect[IntegerLeaf("a number of words after '..'")][add_gap] >>
               x3::expect[item][add_item]))];

inline auto const add_branch = [](auto const& context) {
    x3::_val(context).add(Pattern::Kind::alternatives, finished(x3::_attr(context)));
};
inline auto const pattern_def =
    spanned[sequence[add_branch] >> *(Token("|") >> x3::expect[sequence][add_branch])];

BOOST_SPIRIT_DEFINE(pattern, sequence, item, primary)

}  // namespace lacuna::dsl::grammar
