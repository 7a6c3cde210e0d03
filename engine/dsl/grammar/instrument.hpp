// Instruments: what a convention asks.
#pragma once

#include "dsl/grammar/clauses.hpp"

namespace lacuna::dsl::grammar {

inline IdLeaf const an_id;
// A function, as elements_after is: variable templates have no order of initialisation.
template <auto member>
[[nodiscard]] auto names_after() {
    return x3::expect[NameLeaf("a name")][Append<member>{}] >>
           *((Token(",") | Token("|")) >> x3::expect[NameLeaf("a name")][Append<member>{}]);
}

x3::rule<struct instrument_head_tag, Instrument> const instrument_head = "an instrument";
inline auto const instrument_head_def =
    spanned[Token("instrument") >>
            x3::expect[NameLeaf("the name of the instrument", true)][Set<&Instrument::name>{}] >>
            x3::expect[a_title][Set<&Instrument::title>{}] >> x3::expect[open]];

inline auto const set_instrument_note = [](auto const& context) {
    auto& node = x3::_val(context);
    if (!node.note.empty())
        state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "note"));
    node.note = std::move(x3::_attr(context).value);
};
inline auto const set_cite = [](auto const& context) {
    auto& node = x3::_val(context);
    if (!node.cite.empty())
        state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "cite"));
    node.cite = std::move(x3::_attr(context).value);
};
x3::rule<struct instrument_clause_tag, Instrument> const instrument_clause =
    "'cite', 'note', 'chapter', 'article', 'cooperation' or '}'";
inline auto const instrument_clause_def = (Token("cite") >> x3::expect[a_note][set_cite]) |
                                          (Token("note") >> x3::expect[a_note][set_instrument_note]);

x3::rule<struct chapter_head_tag, Article> const chapter_head = "a chapter";
inline auto const chapter_head_def = Token("chapter") >> x3::expect[an_id][Set<&Article::chapter_id>{}] >>
                                     x3::expect[a_title][Set<&Article::chapter_title>{}] >> x3::expect[open];
x3::rule<struct article_head_tag, Article> const article_head = "an article";
inline auto const article_head_def =
    spanned[Token("article") >> x3::expect[an_id][Set<&Article::id>{}] >>
            x3::expect[a_title][Set<&Article::title>{}] >>
            -(Token("usually") >> x3::expect[Token("in")] >> names_after<&Article::usually_in>()) >>
            x3::expect[open]];

// ---- cooperation

template <auto member>
struct SetOnce {
    std::string_view word;
    template <class Context>
    void operator()(Context const& context) const {
        auto& name = x3::_val(context).*member;
        if (name) state_of(context).problems->push_back(said_twice(x3::_attr(context).span, word));
        name = std::move(x3::_attr(context));
    }
};
inline auto const set_cooperation_note = [](auto const& context) {
    auto& node = x3::_val(context);
    if (!node.note.empty())
        state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "note"));
    node.note = std::move(x3::_attr(context).value);
};
x3::rule<struct cooperation_head_tag, Cooperation> const cooperation_head = "a view of cooperation";
inline auto const cooperation_head_def =
    spanned[Token("cooperation") >> x3::expect[a_title][Set<&Cooperation::title>{}] >> x3::expect[open]];
x3::rule<struct cooperation_clause_tag, Cooperation> const cooperation_clause =
    "'offences', 'reaches', 'below', 'note' or '}'";
inline auto const cooperation_clause_def =
    (Token("offences") >> x3::expect[an_id][Append<&Cooperation::offences>{}] >>
     *(Token(",") >> x3::expect[an_id][Append<&Cooperation::offences>{}])) |
    (Token("reaches") >>
     x3::expect[NameLeaf("the name of a measure")][SetOnce<&Cooperation::reaches>{"reaches"}]) |
    (Token("below") >> x3::expect[NameLeaf("the name of a measure")][SetOnce<&Cooperation::below>{"below"}]) |
    (Token("note") >> x3::expect[a_note][set_cooperation_note]);

// ---- met by

x3::rule<struct meets_tag, Meets> const meets = "a measure, 'each of', a number or '('";
x3::rule<struct meets_one_tag, Meets> const meets_one = "a measure, 'each of', a number or '('";
[[nodiscard]] inline Meets single(Meets node) {
    if (node.kind != Meets::Kind::any || node.children.size() != 1) return node;
    auto child = std::move(node.children.front());
    return child;
}
template <Meets::Kind kind>
struct StartMeets {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).kind = kind;
    }
};
inline auto const add_meets = [](auto const& context) {
    x3::_val(context).children.push_back(single(std::move(x3::_attr(context))));
};
inline auto const meets_def = spanned[x3::eps[StartMeets<Meets::Kind::any>{}] >> meets_one[add_meets] >>
                                      *(Token("or") >> x3::expect[meets_one][add_meets])];
inline auto const meets_list =
    x3::expect[Token("of")] >> x3::expect[Token("(")] >>
    nested[x3::expect[meets][add_meets] >> *(Token(",") >> x3::expect[meets][add_meets])] >>
    x3::expect[Token(")", "',' or ')'")];
inline auto const take_meets = [](auto const& context) {
    x3::_val(context) = single(std::move(x3::_attr(context)));
};
inline auto const set_meets_count = [](auto const& context) {
    x3::_val(context).kind = Meets::Kind::at_least;
    x3::_val(context).count = x3::_attr(context).value;
};
inline auto const meets_one_def =
    spanned[(Token("(") >> nested[x3::expect[meets][take_meets]] >> x3::expect[Token(")", "'or' or ')'")]) |
            (Token("each")[StartMeets<Meets::Kind::each>{}] >> meets_list) |
            (whole_number[set_meets_count] >> meets_list) | a_name[Set<&Meets::name>{}]];

// ---- obligation

inline auto const set_met_by = [](auto const& context) {
    auto& node = x3::_val(context);
    if (node.met_by) state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "met by"));
    node.met_by = single(std::move(x3::_attr(context)));
};
template <ForceOfDuty force>
struct SetForce {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context) = force;
    }
};
x3::rule<struct force_tag, ForceOfDuty> const force = "'shall', 'shall-dl', 'should' or 'may'";
inline auto const force_def =
    Token("shall-dl")[SetForce<ForceOfDuty::shall_dl>{}] | Token("shall")[SetForce<ForceOfDuty::shall>{}] |
    Token("should")[SetForce<ForceOfDuty::should>{}] | Token("may")[SetForce<ForceOfDuty::may>{}];
template <Verified verified>
struct SetVerified {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context) = verified;
    }
};
x3::rule<struct verified_tag, Verified> const verified = "'checked', 'secondary' or 'memory'";
inline auto const verified_def = Token("checked")[SetVerified<Verified::checked>{}] |
                                 Token("secondary")[SetVerified<Verified::secondary>{}] |
                                 Token("memory")[SetVerified<Verified::memory>{}];
// The keyword of a clause that may stand once: `said` tells whether it stood already.
template <class Said>
struct Once {
    std::string_view word;
    Said said;
    template <class Context>
    void operator()(Context const& context) const {
        if (!said(x3::_val(context))) return;
        auto const& state = state_of(context);
        auto const where = x3::_where(context);
        auto const begin = skip(where.begin(), where.end());
        state.problems->push_back(said_twice(state.span(begin, end_of_word(begin, where.end())), word));
    }
};
template <class Said>
Once(std::string_view, Said) -> Once<Said>;
inline Once const asks_once{"asks", [](Obligation const& node) { return !node.asks.empty(); }};
inline Once const verified_once{"verified",
                                [](Obligation const& node) { return node.verified != Verified::unstated; }};
inline Once const reservable_once{"reservable", [](Obligation const& node) { return node.reservable; }};
inline auto const set_policy = [](auto const& context) { x3::_val(context).policy = true; };
inline auto const set_reservable = [](auto const& context) { x3::_val(context).reservable = true; };

x3::rule<struct obligation_head_tag, Obligation> const obligation_head = "an obligation";
inline auto const obligation_head_def =
    Token("obligation") >> x3::expect[an_id][Set<&Obligation::id>{}] >>
    x3::expect[force][Set<&Obligation::force>{}] >>
    -(Token("policy")[set_policy]) >> x3::expect[a_title][Set<&Obligation::title>{}];
inline auto const set_obligation_note = [](auto const& context) {
    auto& node = x3::_val(context);
    if (!node.note.empty())
        state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "note"));
    node.note = std::move(x3::_attr(context).value);
};
inline auto const obligation_clause =
    (Token("met") >> x3::expect[Token("by")] >> x3::expect[meets][set_met_by]) |
    (Token("with") >> names_after<&Obligation::with>()) |
    (Token("allows") >> names_after<&Obligation::allows>()) |
    (Token("protects") >> names_after<&Obligation::protects>()) |
    (Token("asks")[asks_once] >> -Token("kind") >> names_after<&Obligation::asks>()) |
    (Token("narrows") >> x3::expect[an_id][Append<&Obligation::narrows>{}] >>
     *(Token(",") >> x3::expect[an_id][Append<&Obligation::narrows>{}])) |
    (Token("reservable")[reservable_once][set_reservable] >>
     -(Token("under") >> x3::expect[an_id][Set<&Obligation::reservable_under>{}])) |
    (Token("verified")[verified_once] >> x3::expect[verified][Set<&Obligation::verified>{}]) |
    (Token("note") >> x3::expect[a_note][set_obligation_note]);
x3::rule<struct obligation_tag, Obligation> const obligation =
    "'obligation', 'met by', 'with', 'allows', 'protects', 'asks', 'narrows', 'reservable', 'verified', "
    "'note' or "
    "'}'";
inline auto const take_obligation = [](auto const& context) {
    x3::_val(context) = std::move(x3::_attr(context));
};
inline auto const obligation_def = spanned[obligation_head[take_obligation] >> *obligation_clause];

BOOST_SPIRIT_DEFINE(instrument_head, instrument_clause, chapter_head, article_head, cooperation_head,
                    cooperation_clause, meets, meets_one, force, verified, obligation_head, obligation)

}  // namespace lacuna::dsl::grammar
