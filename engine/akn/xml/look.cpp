#include "akn/xml/look.hpp"

namespace lacuna::akn::xml {

Node main_document(Node root) {
    for (auto const* const name : {"act", "bill", "doc"})
        if (auto const found = descendant(root, name, 6)) return found;
    for (auto const item : root.children())
        if (item.kind() == Kind::document) return item;
    return {};
}

Marks read_marks(Node level) {
    Marks marks;
    std::string_view eid, wid;
    auto items = level.attributes();
    for (Attribute item; items.next(item);) {
        auto const name = item.name;
        if (name == "eId") eid = item.value;
        if (name == "wId") wid = item.value;
        if (name == "id" || name == "xml:id") marks.id = item.value;
        if (name == "xml:lang") marks.language = item.value;
        if (name == "period") marks.time.period = item.value;
        if (name == "start") marks.time.start = item.value;
        if (name == "end") marks.time.end = item.value;
        if (name == "status") marks.time.status = item.value;
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
