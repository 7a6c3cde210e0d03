#include "akn/xml/look.hpp"

namespace lacuna::akn::xml {

Node main_document(Node root) {
    for (auto const* const name : {"act", "bill", "doc"})
        if (auto const found = descendant(root, name, 6)) return found;
    for (auto const item : root.children())
        if (item.kind() == Kind::document) return item;
    return {};
}

namespace {

// Where the value of a mark of time belongs; null for other attributes.
[[nodiscard]] std::string_view Lifecycle::Marks::*time_mark(std::string_view name) {
    if (name == "period") return &Lifecycle::Marks::period;
    if (name == "start") return &Lifecycle::Marks::start;
    if (name == "end") return &Lifecycle::Marks::end;
    return name == "status" ? &Lifecycle::Marks::status : nullptr;
}

}  // namespace

Marks read_marks(Node level) {
    Marks marks;
    std::string_view eid, wid;
    auto items = level.attributes();
    for (Attribute item; items.next(item);) {
        auto const name = item.name;
        if (name == "eId") {
            eid = item.value;
        } else if (name == "wId") {
            wid = item.value;
        } else if (name == "id" || name == "xml:id") {
            marks.id = item.value;
        } else if (name == "xml:lang") {
            marks.language = item.value;
        } else if (auto const mark = time_mark(name); mark != nullptr) {
            if (!marks.time) marks.time.emplace();
            (*marks.time).*mark = item.value;
        }
    }
    if (!wid.empty()) marks.id = wid;
    if (!eid.empty()) marks.id = eid;
    return marks;
}

bool has_loose_text(Node body) {
    for (auto const item : body.children()) {
        auto const kind = item.kind();
        if (is_block(kind) || kind == Kind::inline_ || kind == Kind::list || kind == Kind::heading ||
            kind == Kind::transparent || kind == Kind::intro || kind == Kind::quoted)
            return true;
    }
    return false;
}

bool holds_html(Node node) {
    for (auto const item : node.children())
        if (item.known().html) return true;
    return false;
}

Account::Class class_aside(Kind kind) {
    if (kind == Kind::notes) return Account::notes;
    if (kind == Kind::contents) return Account::contents;
    return kind == Kind::editorial ? Account::editorial : Account::furniture;
}

Likeness likeness(Node node) {
    for (auto const item : node.children()) {
        auto const kind = item.kind();
        if (kind == Kind::num || kind == Kind::heading || kind == Kind::intro || kind == Kind::provision ||
            kind == Kind::point || kind == Kind::transparent)
            return Likeness::level;
        if (is_block(kind)) return Likeness::block;
    }
    return Likeness::words;
}

}  // namespace lacuna::akn::xml
