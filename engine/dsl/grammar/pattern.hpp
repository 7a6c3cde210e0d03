// Patterns: how a language says a thing.
#pragma once

#include "dsl/grammar/tokens.hpp"

namespace lacuna::dsl::grammar {

inline TextLeaf const words_text('"', Lines::none, "a quoted text");
inline TextLeaf const exact_text('\'', Lines::none, "an exact text");
inline TextLeaf const folded_text('"', Lines::folded);
inline NameLeaf const a_name;
inline IntegerLeaf const whole_number;

// A child that stands alone needs no group around it; one with a mark of its own keeps it.
[[nodiscard]] inline Pattern collapsed(Pattern group) {
    if (group.children.size() != 1) return group;
    auto child = std::move(group.children.front());
    return child;
}

struct pattern_tag;
struct sequence_tag;
struct item_tag;
struct primary_tag;
x3::rule<pattern_tag, Pattern> const pattern = "a pattern";
x3::rule<sequence_tag, Pattern> const sequence = "a quoted text, a name or '('";
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
    node = collapsed(std::move(x3::_attr(context)));
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
    auto& node = x3::_val(context);
    if (node.gaps.size() < node.children.size()) node.gaps.push_back(0);
    node.children.push_back(std::move(x3::_attr(context)));
};
inline auto const add_gap = [](auto const& context) {
    x3::_val(context).gaps.push_back(x3::_attr(context).value);
};
inline auto const start_sequence = [](auto const& context) {
    x3::_val(context).kind = Pattern::Kind::sequence;
};
inline auto const sequence_def =
    spanned[x3::eps[start_sequence] >> item[add_item] >>
            *(item[add_item] |
              (Token("..") >> x3::expect[IntegerLeaf("a number of words after '..'")][add_gap] >>
               x3::expect[item][add_item]))];

inline auto const start_alternatives = [](auto const& context) {
    x3::_val(context).kind = Pattern::Kind::alternatives;
};
inline auto const add_branch = [](auto const& context) {
    x3::_val(context).children.push_back(collapsed(std::move(x3::_attr(context))));
};
inline auto const pattern_def = spanned[x3::eps[start_alternatives] >> sequence[add_branch] >>
                                        *(Token("|") >> x3::expect[sequence][add_branch])];

BOOST_SPIRIT_DEFINE(pattern, sequence, item, primary)

}  // namespace lacuna::dsl::grammar
