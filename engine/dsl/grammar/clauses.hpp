// Declarations and their clauses.
#pragma once

#include "dsl/grammar/condition.hpp"

namespace lacuna::dsl::grammar {

inline TextLeaf const a_title('"', Lines::folded, "a title in quotes");
inline TextLeaf const a_note('"', Lines::folded, "a text in quotes");
inline Token const open("{");

template <auto member>
struct Set {
    template <class Context>
    void operator()(Context const& context) const {
        assign(x3::_val(context).*member, x3::_attr(context));
    }
    template <class T>
    static void assign(T& to, T& from) {
        to = std::move(from);
    }
    static void assign(std::string& to, Text& from) { to = std::move(from.value); }
    static void assign(std::string& to, Name& from) { to = std::move(from.text); }
    static void assign(std::optional<Condition>& to, Condition& from) { to = std::move(from); }
};
struct SetLanguage {  // of a test
    template <class Context>
    void operator()(Context const& context) const {
        auto& test = x3::_val(context);
        test.language = x3::_attr(context).text;
        test.language_span = x3::_attr(context).span;
    }
};
template <auto member>
struct Append {
    template <class Context>
    void operator()(Context const& context) const {
        (x3::_val(context).*member).push_back(std::move(x3::_attr(context)));
    }
};
// A clause that may stand once only.
[[nodiscard]] inline Diagnostic said_twice(Span span, std::string_view what) {
    return diagnose(Code::rule_duplicate, span, "'" + std::string(what) + "' is said twice",
                    "keep one of the two");
}

// ---- lexicon, concept, quantity

x3::rule<struct lexicon_tag, Name> const lexicon = "a lexicon";
inline auto const lexicon_def =
    Token("lexicon") >>
    x3::expect[NameLeaf("a language, such as en")]
              [([](auto const& context) { x3::_val(context) = std::move(x3::_attr(context)); })];

x3::rule<struct concept_tag, Concept> const concept_ = "a concept";
inline auto const set_pattern = [](auto const& context) {
    x3::_val(context).pattern = finished_pattern(x3::_attr(context));
};
inline auto const set_but_not = [](auto const& context) {
    x3::_val(context).but_not = finished_pattern(x3::_attr(context));
};
inline auto const concept__def =
    spanned[Token("concept") >>
            x3::expect[NameLeaf("the name of the concept", true)][Set<&Concept::name>{}] >>
            -(folded_text[Set<&Concept::gloss>{}]) >> x3::expect[open] >> x3::expect[pattern][set_pattern] >>
            -(Token("but") >> x3::expect[Token("not")] >> x3::expect[pattern][set_but_not]) >>
            x3::expect[Token("}", "a quoted text, a name, '|', 'but not' or '}'")]];

x3::rule<struct quantity_head_tag, Quantity> const quantity_head = "a quantity";
template <Quantity::Kind kind>
struct SetQuantity {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).kind = kind;
    }
};
x3::rule<struct quantity_kind_tag, Quantity> const quantity_kind = "'duration' or 'money'";
inline auto const quantity_kind_def = Token("duration")[SetQuantity<Quantity::Kind::duration>{}] |
                                      Token("money")[SetQuantity<Quantity::Kind::money>{}];
inline auto const quantity_head_def =
    spanned[Token("quantity") >> x3::expect[quantity_kind][([](auto const& context) {
                x3::_val(context).kind = x3::_attr(context).kind;
            })] >>
            x3::expect[open]];
x3::rule<struct quantity_word_tag, QuantityWord> const quantity_word = "a word for a quantity";
inline auto const quantity_word_def = words_text[Set<&QuantityWord::words>{}] >> x3::expect[Token("=")] >>
                                      x3::expect[DecimalLeaf()][Set<&QuantityWord::factor>{}] >> -unit_name;

x3::rule<struct spelling_head_tag, Spelling> const spelling_head = "a spelling";
inline auto const spelling_head_def = spanned[Token("spelling") >> x3::expect[open]];
x3::rule<struct respelling_tag, Respelling> const respelling = "a word in quotes or '}'";
inline auto const respelling_def = words_text[Set<&Respelling::written>{}] >> x3::expect[Token("=")] >>
                                   x3::expect[words_text][Set<&Respelling::read_as>{}];

// ---- kind, measure

x3::rule<struct gate_tag, Condition> const gate = "a gate";
inline auto const gate_def = Token("gate") >> x3::expect[Token("=")] >> x3::expect[condition][take_finished];

inline auto const add_kind_element = [](auto const& context) {
    auto& node = x3::_val(context);
    node.elements.push_back(x3::_attr(context));
    node.titles.emplace_back();
};
inline auto const set_kind_title = [](auto const& context) {
    x3::_val(context).titles.back() = std::move(x3::_attr(context).value);
};
x3::rule<struct kind_tag, Kind> const kind = "a kind";
inline auto const kind_def =
    spanned[Token("kind") >> x3::expect[NameLeaf("the name of the kind", true)][Set<&Kind::name>{}] >>
            x3::expect[open] >> -(gate[Set<&Kind::gate>{}]) >>
            x3::expect[Token("elements", "'gate' or 'elements'")] >>
            x3::expect[NameLeaf("an element", true)][add_kind_element] >> -(a_title[set_kind_title]) >>
            *(Token(",") >> x3::expect[NameLeaf("an element", true)][add_kind_element] >>
              -(a_title[set_kind_title])) >>
            x3::expect[Token("}", "',' or '}'")]];

x3::rule<struct measure_head_tag, Measure> const measure_head = "a measure";
inline auto const measure_head_def =
    spanned[Token("measure") >>
            x3::expect[NameLeaf("the name of the measure", true)][Set<&Measure::name>{}] >>
            x3::expect[Token(":", "':' and a kind")] >>
            x3::expect[NameLeaf("a kind")][Set<&Measure::kind>{}] >>
            x3::expect[a_title][Set<&Measure::title>{}] >> x3::expect[open]];

x3::rule<struct element_tag, Element> const element = "an element";
inline auto const set_condition = [](auto const& context) {
    x3::_val(context).condition = finished(x3::_attr(context));
};
inline auto const set_option = [](auto const& context) { x3::_val(context).option = true; };
inline auto const element_def =
    ((Token("option")[set_option] >>
      x3::expect[NameLeaf("the name of the option", true)][Set<&Element::name>{}] >> x3::expect[Token("=")]) |
     (a_name[Set<&Element::name>{}] >> Token("="))) >>
    x3::expect[condition][set_condition];

inline auto const set_needs = [](auto const& context) {
    auto& needs = x3::_val(context).needs;
    if (needs) state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "needs"));
    needs = finished(x3::_attr(context));
};
inline auto const add_unless = [](auto const& context) {
    x3::_val(context).unless.push_back(finished(x3::_attr(context)));
};
inline auto const set_gate = [](auto const& context) {
    auto& node = x3::_val(context);
    if (node.gate) state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "gate"));
    node.gate = std::move(x3::_attr(context));
};
inline auto const set_note = [](auto const& context) {
    auto& node = x3::_val(context);
    if (!node.note.empty())
        state_of(context).problems->push_back(said_twice(x3::_attr(context).span, "note"));
    node.note = std::move(x3::_attr(context).value);
};
x3::rule<struct measure_clause_tag, Measure> const measure_clause =
    "an element, 'option', 'needs', 'unless', 'gate', 'note' or '}'";
inline auto const measure_clause_def = (Token("needs") >> x3::expect[condition][set_needs]) |
                                       (Token("unless") >> x3::expect[condition][add_unless]) |
                                       gate[set_gate] | (Token("note") >> x3::expect[a_note][set_note]) |
                                       element[Append<&Measure::elements>{}];

// ---- test

x3::rule<struct test_head_tag, Test> const test_head = "a test";
inline auto const test_head_def =
    spanned[Token("test") >> x3::expect[NameLeaf("a measure or a concept")][Set<&Test::name>{}] >>
            x3::expect[Token("in", "'in' and a language, such as 'in en'")] >>
            x3::expect[NameLeaf("a language, such as en")][SetLanguage{}] >> x3::expect[open]];

inline TextLeaf const example_text('"', Lines::kept, "the text of the example in quotes");
template <Example::Kind kind>
struct SetExample {
    template <class Context>
    void operator()(Context const& context) const {
        x3::_val(context).kind = kind;
    }
};
// The next example is no element: `with` and a new line `no "…"`.
struct NextExample : x3::parser<NextExample> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <class Context, class RuleContext, class Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const&, RuleContext&, Attribute&) const {
        auto const begin = skip(first, last);
        auto const end = end_of_word(begin, last);
        auto const after = skip(end, last);
        return starts_example({begin, static_cast<std::size_t>(end - begin)}) && after != last &&
               *after == '"';
    }
};
x3::rule<struct listed_element_tag, Name> const listed_element = "an element";
inline auto const listed_element_def = !NextExample{} >> a_name;
// A function: variable templates have no order of initialisation, and rules copy what they are made of.
template <auto member>
[[nodiscard]] auto elements_after() {
    return x3::expect[listed_element][Append<member>{}] >>
           *(Token(",") >> x3::expect[listed_element][Append<member>{}]);
}
x3::rule<struct example_tag, Example> const example = "'yes', 'no', 'todo' or '}'";
inline auto const example_def =
    spanned[(Token("yes")[SetExample<Example::Kind::yes>{}] | Token("no")[SetExample<Example::Kind::no>{}] |
             Token("todo")[SetExample<Example::Kind::todo>{}]) >>
            x3::expect[example_text][Set<&Example::text>{}] >>
            *((Token("with") >> elements_after<&Example::with>()) |
              (Token("without") >> elements_after<&Example::without>()))];

BOOST_SPIRIT_DEFINE(lexicon, concept_, quantity_head, quantity_kind, quantity_word, spelling_head, respelling,
                    gate, kind, measure_head, element, measure_clause, test_head, listed_element, example)

}  // namespace lacuna::dsl::grammar
