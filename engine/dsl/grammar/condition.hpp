// Conditions: what a measure asks. From the loosest to the tightest: or, and, not, scopes, near, |.
#pragma once

#include "dsl/grammar/pattern.hpp"

namespace lacuna::dsl::grammar {

struct ScopeList {
    std::vector<Scope> scopes;
    Name part_headed;
};
struct Link {
    Condition::Kind kind = Condition::Kind::near;
    std::uint32_t distance = 15;
    Condition right;
};

struct condition_tag;
struct conjunction_tag;
struct negation_tag;
struct scoped_tag;
struct scopes_tag;
struct proximity_tag;
struct link_tag;
struct group_tag;
struct operand_tag;
struct counted_tag;
struct named_tag;
struct compared_tag;
inline constexpr auto a_condition = "a condition: a concept, a quoted text, 'not' or '('";
inline constexpr auto an_operand = "a concept, a quoted text or '('";
x3::rule<condition_tag, Run<Condition>> const condition = a_condition;
x3::rule<conjunction_tag, Run<Condition>> const conjunction = a_condition;
x3::rule<negation_tag, Condition> const negation = a_condition;
x3::rule<scoped_tag, Condition> const scoped = a_condition;
x3::rule<scopes_tag, ScopeList> const scopes = "a scope";
x3::rule<proximity_tag, Condition> const proximity = an_operand;
x3::rule<link_tag, Link> const link = "'near', 'before' or 'with'";
x3::rule<group_tag, Run<Condition>> const group = an_operand;
x3::rule<operand_tag, Condition> const operand = an_operand;
x3::rule<counted_tag, Condition> const counted = "a number of conditions";
x3::rule<named_tag, Condition> const named = "a name";
x3::rule<compared_tag, Condition> const compared = "a comparison";

// ---- or, and: a list of one is that one; every other node keeps its own (a scope, `not`, …)

template <Condition::Kind kind>
struct Start {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).kind = kind;
    }
};
template <Condition::Kind kind>
struct Join {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).add(kind, whole(x3::_attr(context)));
    }
    static Condition&& whole(Condition& one) { return std::move(one); }
    static Condition&& whole(Run<Condition>& run) { return finished(run); }
};
inline auto const add_child = [](auto const& context) {
    x3::_val(context).children.push_back(finished(x3::_attr(context)));
};
inline auto const take = [](auto const& context) { x3::_val(context) = std::move(x3::_attr(context)); };
inline auto const take_finished = [](auto const& context) {
    x3::_val(context) = finished(x3::_attr(context));
};

inline auto const condition_def =
    spanned[conjunction[Join<Condition::Kind::any>{}] >>
            *(Token("or") >> x3::expect[conjunction][Join<Condition::Kind::any>{}])];
inline auto const conjunction_def =
    spanned[negation[Join<Condition::Kind::all>{}] >>
            *(Token("and") >> x3::expect[negation][Join<Condition::Kind::all>{}])];

inline auto const negate = [](auto const& context) {
    auto& node = x3::_val(context);
    node.kind = Condition::Kind::negation;
    node.children.push_back(std::move(x3::_attr(context)));
};
inline auto const negation_def = spanned[(Token("not") >> x3::expect[scoped][negate]) | scoped[take]];

// ---- scopes: `in passage or in section or by reference`

template <Scope scope>
struct AddScope {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).scopes.push_back(scope);
    }
};
inline auto const set_part_headed = [](auto const& context) {
    x3::_val(context).part_headed = std::move(x3::_attr(context));
};
struct scope_name_tag;
x3::rule<scope_name_tag, ScopeList> const scope_name =
    "'sentence', 'passage', 'section', 'definition', 'reference', 'part', 'act' or 'set'";
inline auto const scope_name_def =
    Token("sentence")[AddScope<Scope::sentence>{}] | Token("passage")[AddScope<Scope::passage>{}] |
    Token("section")[AddScope<Scope::section>{}] | Token("definition")[AddScope<Scope::definition>{}] |
    Token("reference")[AddScope<Scope::reference>{}] |
    (Token("part") >> Token("headed") >> x3::expect[NameLeaf("a concept")][set_part_headed]) |
    Token("part")[AddScope<Scope::part>{}] | Token("act")[AddScope<Scope::act>{}] |
    Token("set")[AddScope<Scope::set>{}];
inline auto const join_scopes = [](auto const& context) {
    auto& to = x3::_val(context);
    auto& from = x3::_attr(context);
    to.scopes.insert(to.scopes.end(), from.scopes.begin(), from.scopes.end());
    if (!from.part_headed.text.empty()) to.part_headed = std::move(from.part_headed);
};
inline auto const one_scope = (Token("in") >> x3::expect[scope_name][join_scopes]) |
                              (Token("by") >> x3::expect[Token("reference")][AddScope<Scope::reference>{}]);
inline auto const scopes_def = one_scope >> *(Token("or") >> one_scope);

inline auto const put_in_scope = [](auto const& context) {
    auto& node = x3::_val(context);
    auto& list = x3::_attr(context);
    Condition outer;
    outer.kind = Condition::Kind::scoped;
    outer.scopes = std::move(list.scopes);
    outer.part_headed = std::move(list.part_headed);
    outer.children.push_back(std::move(node));
    node = std::move(outer);
};
inline auto const scoped_def = spanned[proximity[take] >> -(scopes[put_in_scope])];

// ---- near, before, with

inline auto const set_distance = [](auto const& context) {
    x3::_val(context).distance = x3::_attr(context).value;
};
inline auto const set_right = [](auto const& context) {
    x3::_val(context).right = finished(x3::_attr(context));
};
inline auto const distance =
    -(Token("/") >> x3::expect[IntegerLeaf("a number of words after '/'")][set_distance]);
inline auto const link_def = ((Token("near")[Start<Condition::Kind::near>{}] >> distance) |
                              (Token("before")[Start<Condition::Kind::before>{}] >> distance) |
                              Token("with")[Start<Condition::Kind::with>{}]) >>
                             x3::expect[group][set_right];
inline auto const put_link = [](auto const& context) {
    auto& node = x3::_val(context);
    auto& next = x3::_attr(context);
    Condition outer;
    outer.kind = next.kind;
    outer.count = next.kind == Condition::Kind::with ? 0 : next.distance;
    outer.span = join(node.span, next.right.span);
    outer.children.push_back(std::move(node));
    outer.children.push_back(std::move(next.right));
    node = std::move(outer);
};
[[nodiscard]] constexpr bool begins_link(char c) {
    return c == 'n' || c == 'b' || c == 'w';
}
inline auto const proximity_def = spanned[group[take_finished] >> *(Ahead<begins_link>{} >> link[put_link])];

// ---- operands

inline auto const group_def = spanned[operand[Join<Condition::Kind::any>{}] >>
                                      *(Token("|") >> x3::expect[operand][Join<Condition::Kind::any>{}])];

template <Condition::Kind kind>
struct SetText {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).kind = kind;
        x3::_val(context).text = std::move(text(x3::_attr(context)));
    }
    static std::string& text(Name& name) { return name.text; }
    static std::string& text(Text& quoted) { return quoted.value; }
};
inline auto const add_to_heading = [](auto const& context) {
    auto& node = x3::_val(context);
    node.kind = Condition::Kind::heading_has;
    node.children.push_back(std::move(x3::_attr(context)));
};
inline auto const in_heading = x3::rule<struct in_heading_tag, Condition>{an_operand} =
    spanned[words_text[SetText<Condition::Kind::words>{}] | exact_text[SetText<Condition::Kind::exact>{}] |
            a_name[SetText<Condition::Kind::name>{}] |
            (Token("(") >> nested[x3::expect[condition][take_finished]] >>
             x3::expect[Token(")", "'or' or ')'")])];
inline auto const operand_def =
    spanned[(Token("(") >> nested[x3::expect[condition][take_finished]] >>
             x3::expect[Token(")", "'and', 'or', 'near', a scope such as 'in section', or ')'")]) |
            words_text[SetText<Condition::Kind::words>{}] | exact_text[SetText<Condition::Kind::exact>{}] |
            (Token("measure") >> x3::expect[Token("(")] >>
             x3::expect[NameLeaf("the name of a measure")][SetText<Condition::Kind::measure>{}] >>
             x3::expect[Token(")")]) |
            (Token("heading") >> x3::expect[Token("has")] >> x3::expect[in_heading][add_to_heading]) |
            (Token("defines") >> x3::expect[NameLeaf("a concept")][SetText<Condition::Kind::defines>{}]) |
            (Token("refers") >> x3::expect[Token("to")] >>
             x3::expect[NameLeaf("the name of a measure")][SetText<Condition::Kind::refers_to>{}]) |
            named[take] | counted[take]];

inline auto const set_count = [](auto const& context) {
    x3::_val(context).kind = Condition::Kind::at_least;
    x3::_val(context).count = x3::_attr(context).value;
};
inline auto const counted_def =
    whole_number[set_count] >> x3::expect[Token("of")] >> x3::expect[Token("(")] >>
    nested[x3::expect[condition][add_child] >> *(Token(",") >> x3::expect[condition][add_child])] >>
    x3::expect[Token(")", "',' or ')'")];

// ---- a name, or a comparison of a value: `term >= 4 years`

template <Compare compare>
struct SetCompare {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).kind = Condition::Kind::value;
        x3::_val(context).compare = compare;
    }
};
inline auto const set_number = [](auto const& context) { x3::_val(context).number = x3::_attr(context); };
template <Unit unit>
struct SetUnit {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).unit = unit;
    }
};
inline auto const unit_name = Token("years")[SetUnit<Unit::years>{}] | Token("year")[SetUnit<Unit::years>{}] |
                              Token("months")[SetUnit<Unit::months>{}] |
                              Token("month")[SetUnit<Unit::months>{}] |
                              Token("weeks")[SetUnit<Unit::weeks>{}] | Token("week")[SetUnit<Unit::weeks>{}] |
                              Token("days")[SetUnit<Unit::days>{}] | Token("day")[SetUnit<Unit::days>{}] |
                              Token("hours")[SetUnit<Unit::hours>{}] | Token("hour")[SetUnit<Unit::hours>{}];
inline auto const compared_def =
    (Token("<=")[SetCompare<Compare::less_equal>{}] | Token("<")[SetCompare<Compare::less>{}] |
     Token(">=")[SetCompare<Compare::greater_equal>{}] | Token(">")[SetCompare<Compare::greater>{}] |
     Token("=")[SetCompare<Compare::equal>{}]) >>
    x3::expect[DecimalLeaf()][set_number] >> -unit_name;
// `object = …` after a condition is the next element, not part of this one; `term = 4` compares.
struct NextElement : x3::parser<NextElement> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const&, RuleContext&, Attribute&) const {
        auto const begin = skip(first, last);
        auto at = skip(end_of_word(begin, last), last);
        if (at == begin || at == last || *at != '=') return false;
        if (last - at > 1 && (at[1] == '>' || at[1] == '=' || at[1] == '<')) return false;  // "=>": no name
        at = skip(at + 1, last);
        if (at == last || !is_digit(*at)) return true;
        while (at != last && is_digit(*at)) ++at;
        at = skip(at, last);
        return std::string_view(at, static_cast<std::size_t>(end_of_word(at, last) - at)) == "of";
    }
};
inline auto const put_comparison = [](auto const& context) {
    auto& node = x3::_val(context);
    auto& value = x3::_attr(context);
    node.kind = Condition::Kind::value;
    node.compare = value.compare;
    node.unit = value.unit;
    node.number = days_of(value.number, value.unit);
};
[[nodiscard]] constexpr bool begins_comparison(char c) {
    return c == '<' || c == '=' || c == '>';
}
inline auto const named_def = spanned[!NextElement{} >> a_name[SetText<Condition::Kind::name>{}] >>
                                      -(Ahead<begins_comparison>{} >> compared[put_comparison])];

BOOST_SPIRIT_DEFINE(condition, conjunction, negation, scoped, scopes, scope_name, proximity, link, group,
                    operand, counted, named, compared)

}  // namespace lacuna::dsl::grammar
