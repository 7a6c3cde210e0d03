#include "akn/xml/walk.hpp"

#include <utility>

#include "akn/builder.hpp"
#include "akn/xml/amendments.hpp"
#include "akn/xml/lifecycle.hpp"
#include "akn/xml/look.hpp"
#include "akn/xml/meta.hpp"

namespace lacuna::akn::xml {
namespace {

[[nodiscard]] std::string_view without_hash(std::string_view reference) {
    return reference.starts_with('#') ? reference.substr(1) : reference;
}

class Walker {
  public:
    Walker(WalkInput const& input, Document& document)
        : input_(input),
          document_(document),
          builder_(document, input.ascii, input.raw),
          lifecycle_(input.root, input.date),
          main_(main_document(input.root)),
          amendments_(main_),
          prefix_(input.root.prefix()) {}

    WalkResult run() {
        children(input_.root, 1);
        builder_.finish();
        return result_;
    }

  private:
    using State = Builder::State;

    void children(Node node, std::uint32_t depth) {
        bool const too_deep = depth > input_.max_depth;
        for (auto const item : node.children()) {
            builder_.blanks(item.blanks_before());
            if (!too_deep || !item.is_element())
                place(item, depth + 1);
            else if (!std::exchange(result_.too_deep, true))
                result_.deepest = start_tag(node, input_.source);
        }
        builder_.blanks(node.blanks_last());
    }

    [[gnu::always_inline]] void place(Node node, std::uint32_t depth) {
        switch (node.kind()) {
            case Kind::characters:
                return builder_.text(node.text(), node.begin());
            case Kind::inline_:
                return children(node, depth);
            case Kind::block:
            case Kind::transparent:
            case Kind::list:
                return block(node, depth);
            case Kind::table_row:
                return table_row(node, depth);
            case Kind::table_cell:
                return table_cell(node, depth);
            case Kind::document:
                return document(node, depth);
            case Kind::num:
                return with_role(node, depth, Role::num);
            case Kind::heading:
                return with_role(node, depth, Role::heading);
            case Kind::intro:
                return with_role(node, depth, Role::intro);
            case Kind::wrap_up:
                return with_role(node, depth, Role::wrap_up);
            case Kind::provision:
            case Kind::grouping:
            case Kind::point:
                return provision(node, node.known().name, depth);
            case Kind::reference:
                return reference(node, depth);
            case Kind::term:
            case Kind::definition:
                return term(node, depth, node.kind() == Kind::definition);
            case Kind::line_break:
                builder_.line_break();
                return children(node, depth);
            case Kind::notes:
            case Kind::contents:
            case Kind::editorial:
            case Kind::furniture:
                return set_aside(node, class_aside(node.kind()));
            case Kind::body:
                return body(node, depth);
            case Kind::front:
                return front(node, depth);
            case Kind::quoted:
                return quoted(node, depth);
            case Kind::quoted_text:
                return quoted_text(node, depth);
            case Kind::modification:
                return modification(node, depth);
            case Kind::attachment:
                return attachment(node, node.known().name, depth);
            case Kind::component:
                return component(node, node.known().name, depth);
            case Kind::foreign:
                return foreign(node, depth);
            case Kind::unknown:
                return unknown(node, depth);
            case Kind::meta:
            case Kind::outside:
                return;
        }
    }

    // A document inside the file, as in a component, may be in a language of its own.
    void document(Node node, std::uint32_t depth) {
        auto const before = builder_.state.language;
        if (auto const said = node == main_ ? std::string_view() : language_said(node); !said.empty())
            builder_.state.language = language(said);
        block(node, depth);
        builder_.state.language = before;
    }

    void block(Node node, std::uint32_t depth) {
        builder_.end_block();
        children(node, depth);
        builder_.end_block();
    }

    void table_row(Node node, std::uint32_t depth) {
        auto const before = builder_.state.row;
        builder_.end_block();
        builder_.state.row = ++rows_;
        block(node, depth);
        builder_.state.row = before;
    }
    // A cell of several paragraphs is read alone, as if it were a row: a page was laid out as a table.
    void table_cell(Node node, std::uint32_t depth) {
        std::size_t paragraphs = 0;
        for (auto const item : node.children()) paragraphs += is_block(item.kind()) ? 1U : 0U;
        bool const alone = paragraphs > 1 && builder_.state.row != 0;
        builder_.end_block();
        if (alone) builder_.state.row = ++rows_;
        block(node, depth);
        if (alone) builder_.state.row = ++rows_;
    }

    void with_role(Node node, std::uint32_t depth, Role role) {
        auto const before = builder_.state.role;
        builder_.end_block();
        builder_.state.role = role;
        children(node, depth);
        builder_.end_block();
        builder_.state.role = before;
    }

    void provision(Node node, std::string_view name, std::uint32_t depth) {
        if (builder_.state.front) return block(node, depth);
        auto const before = open(node, name);
        auto const cited = cited_;
        children(node, depth);
        cited_ = cited;
        close(before);
    }

    [[nodiscard]] State open(Node node, std::string_view name) {
        auto const before = builder_.state;
        auto const marks = read_marks(node);
        if (marks.time) builder_.state.force = lifecycle_.of(*marks.time, before.force);
        if (!marks.language.empty()) builder_.state.language = language(marks.language);
        auto const id = document_.names->keep(marks.id);
        static_cast<void>(builder_.open_provision(name, start_tag(node, input_.source), id));
        return before;
    }

    void close(State const& before) {
        builder_.close_provision(builder_.state.provision);
        builder_.state = before;
    }

    // Empty for the language of the document itself. "Several" and "not stated" say nothing new.
    [[nodiscard]] std::string_view language(std::string_view code) {
        auto const own = short_language(code);
        if (names_no_language(own)) return builder_.state.language;
        return own == input_.language ? std::string_view{} : document_.names->keep(own);
    }

    void reference(Node node, std::uint32_t depth) {
        Reference row;
        row.from = builder_.state.provision;
        row.text_begin = builder_.next_offset();
        children(node, depth);
        row.text_end = builder_.end_offset();
        row.text_begin = std::min(row.text_begin, row.text_end);
        auto const href = node.attribute("href");
        row.href = document_.names->keep(href.empty() ? node.attribute("from") : href);
        if (!row.href.empty() && row.href.front() != '#') cited_ = row.href;
        document_.references.push_back(row);
    }

    void term(Node node, std::uint32_t depth, bool defines) {
        MarkedTerm row;
        row.provision = builder_.state.provision;
        row.text_begin = builder_.next_offset();
        row.defines = defines;
        children(node, depth);
        row.text_end = builder_.end_offset();
        row.refers_to = document_.names->keep(without_hash(node.attribute("refersTo")));
        row.name = document_.names->keep(node.attribute("eId"));
        if (row.text_begin < row.text_end) document_.terms.push_back(row);
    }

    void set_aside(Node root, Account::Class item) {
        for (auto const node : root.subtree()) {
            if (node != root) builder_.set_aside(item, node.blanks_before());
            builder_.set_aside(item, node.text());
            builder_.set_aside(item, node.blanks_last());
        }
    }

    void body(Node node, std::uint32_t depth) {
        result_.body_seen = true;
        builder_.end_block();
        auto const outside = builder_.state.language;
        if (auto const said = node.attribute("lang"); !said.empty()) builder_.state.language = language(said);
        read_body(node, depth);
        builder_.state.language = outside;
    }
    void read_body(Node node, std::uint32_t depth) {
        if (builder_.state.provision.valid() || !has_loose_text(node)) return block(node, depth);
        auto const before = open(node, "body");
        children(node, depth);
        close(before);
    }

    void front(Node node, std::uint32_t depth) {
        auto const before = builder_.state;
        builder_.end_block();
        builder_.state.front = true;
        children(node, depth);
        builder_.end_block();
        builder_.state = before;
    }

    void quoted(Node node, std::uint32_t depth) {
        auto const before = builder_.state;
        auto const cited = cited_;
        builder_.end_block();
        builder_.state.quoted = true;
        builder_.state.amends = target_of(node);
        children(node, depth);
        builder_.end_block();
        builder_.state = before;
        cited_ = cited;
    }

    // What quoted text changes: what the metadata says of it or of the modification around it, else the act
    // that was cited last before it in the same provision or one above.
    [[nodiscard]] std::string_view target_of(Node node) {
        auto target = amendments_.target(node.attribute("eId"), node.attribute("id"));
        if (target.empty()) target = modified_;
        return target.empty() ? cited_ : document_.names->keep(target);
    }

    void quoted_text(Node node, std::uint32_t depth) {
        Quotation row{builder_.state.provision, builder_.next_offset(), 0, target_of(node)};
        auto const cited = cited_;
        children(node, depth);
        cited_ = cited;
        row.text_end = builder_.end_offset();
        if (row.text_begin < row.text_end) document_.quotations.push_back(row);
    }

    void modification(Node node, std::uint32_t depth) {
        auto const before = modified_;
        modified_ = amendments_.target(node.attribute("eId"), node.attribute("id"));
        children(node, depth);
        modified_ = before;
    }

    void attachment(Node node, std::string_view name, std::uint32_t depth) {
        auto const before = builder_.state;
        builder_.end_block();
        builder_.state.attachment = true;
        builder_.state.front = false;
        [[maybe_unused]] auto const inner = open(node, name);
        children(node, depth);
        close(before);
    }

    // A component is an attachment unless it holds the act itself.
    void component(Node node, std::string_view name, std::uint32_t depth) {
        for (auto item = main_; item; item = item.parent())
            if (item == node) return block(node, depth);
        attachment(node, name, depth);
    }

    // HTML inside `foreign` is how some publishers write the law itself; anything else there is not text.
    void foreign(Node node, std::uint32_t depth) {
        if (holds_html(node)) return block(node, depth);
        set_aside(node, Account::foreign);
    }

    void unknown(Node node, std::uint32_t depth) {
        if (node.prefix() != prefix_ || node.attribute("xmlns").data() != nullptr)
            return set_aside(node, Account::foreign);
        auto const like = likeness(node);
        if (like == Likeness::level) return provision(node, document_.names->keep(node.local_name()), depth);
        if (like == Likeness::block) return block(node, depth);
        children(node, depth);
    }

    WalkInput const& input_;
    Document& document_;
    Builder builder_;
    Lifecycle lifecycle_;
    Node main_;
    Amendments amendments_;
    std::string_view modified_;  // target of the modification that is being read
    std::string_view cited_;     // the act that was cited last
    std::string_view prefix_;
    std::uint32_t rows_ = 0;  // of tables so far
    WalkResult result_;
};

}  // namespace

WalkResult walk(WalkInput const& input, Document& document) {
    return Walker(input, document).run();
}

}  // namespace lacuna::akn::xml
